/// The weighted sum of the inputs in each window, channel by channel: mean pooling, interpolation and borders.
///
/// x has shape [images, channels, sizes...].
struct WindowSum<Windows: AxisWindows>: Differentiable {
  let windows: Windows
  let name: String

  init(_ windows: Windows, name: String) {
    self.windows = windows
    self.name = name
  }

  @_specialize(kind:partial,where S == Float)
  @_specialize(kind:partial,where S == Double)
  func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> {
    let shape = windows.outputShape(for: x[0].shape, name)
    let result = Tensor<S.Accumulator>.zeros(shape, pool: x.pool)
    WindowTable.with(windows, input: x[0].shape, output: shape) { $0.sum(x[0], into: result) }
    return result.narrowed(to: S.self)
  }

  @_specialize(kind:partial,where S == Float)
  @_specialize(kind:partial,where S == Double)
  func pullback<S: Scalar>(_ step: Pullback<S>) {
    let g = step.cotangent
    let dx = Tensor<S.Accumulator>.zeros(step[0].shape, pool: g.pool)
    WindowTable.with(windows, input: dx.shape, output: g.shape) { $0.distribute(g, into: dx) }
    step.add(dx.narrowed(to: S.self), to: 0)
  }
}

extension WindowTable {
  /// Adds the weighted sum of each window to the elements of a new tensor.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  fileprivate func sum<S: Scalar>(_ x: Tensor<S>, into y: Tensor<S.Accumulator>) {
    let count = x.count
    x.withElements { x in
      y.withSharedMutableElements { y in
        shareChannels(count / max(1, inputCount)) { channels in
          for channel in channels {
            let (x, y) = (x + channel * inputCount, y + channel * outputCount)
            forEachTerm { y[$0] += S.Accumulator($2) * x[$1].accumulator }
          }
        }
      }
    }
  }

  /// Adds each output's cotangent, weighted, to the inputs of its window: the transpose of `sum`.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  fileprivate func distribute<S: Scalar>(_ g: Tensor<S>, into dx: Tensor<S.Accumulator>) {
    let count = g.count
    g.withElements { g in
      dx.withSharedMutableElements { dx in
        shareChannels(count / max(1, outputCount)) { channels in
          for channel in channels {
            let (g, dx) = (g + channel * outputCount, dx + channel * inputCount)
            forEachTerm { dx[$1] += S.Accumulator($2) * g[$0].accumulator }
          }
        }
      }
    }
  }

  /// Calls `body` for each output of a channel and each input it sees, with the input's weight.
  @inline(__always)
  private func forEachTerm(_ body: (_ result: Int, _ argument: Int, _ weight: Double) -> Void) {
    let (columns, step) = (columns, columnStep)
    forEachRow { result, argument, weight in
      for column in 0..<width {
        let window = columns[column]
        for index in 0..<window.count {
          body(result + column, argument + window.first + index * step, weight * window.weight(index))
        }
      }
    }
  }
}
