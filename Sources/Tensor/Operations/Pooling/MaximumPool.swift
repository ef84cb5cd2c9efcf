/// The largest input in each window, channel by channel (Zhou, Chellappa 1988, doi:10.1109/ICNN.1988.23914).
///
/// Of equal ones the first gets the cotangent. x has shape [images, channels, sizes...].
public struct MaximumPool: Differentiable {
  /// The windows.
  public let geometry: PoolingGeometry

  /// The operation.
  public init(_ geometry: PoolingGeometry) { self.geometry = geometry }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> {
    let shape = geometry.outputShape(for: x[0].shape, "a maximum pooling")
    let result = Tensor<S>(shape, repeating: -S.infinity, pool: x.pool)
    WindowTable.with(geometry, input: x[0].shape, output: shape) { table in
      x[0].withElements { x in
        result.withSharedMutableElements { y in
          table.shareChannels(shape[0] * shape[1]) { channels in
            for channel in channels {
              table.takeMaxima(x + channel * table.inputCount, into: y + channel * table.outputCount)
            }
          }
        }
      }
    }
    return result
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func pullback<S: Scalar>(_ step: Pullback<S>) {
    let shape = step.output.shape
    // An input may be the largest of several windows, so sums are kept in the accumulator's type.
    var dx = Tensor<S.Accumulator>.zeros(step[0].shape, pool: step.cotangent.pool)
    WindowTable.with(geometry, input: step[0].shape, output: shape) { table in
      step[0].withElements { x in
        step.output.withElements { y in
          step.cotangent.withElements { g in
            dx.withMutableElements { dx in
              table.shareChannels(shape[0] * shape[1]) { channels in
                withUnsafeTemporaryAllocation(of: Bool.self, capacity: table.outputCount) { isTaken in
                  for channel in channels {
                    let (inputs, outputs) = (channel * table.inputCount, channel * table.outputCount)
                    isTaken.initialize(repeating: false)
                    table.returnToMaxima(x + inputs, y + outputs, g + outputs, isTaken, into: dx + inputs)
                  }
                }
              }
            }
          }
        }
      }
    }
    step.add(dx.narrowed(to: S.self), to: 0)
  }
}

extension WindowTable {
  /// The largest inputs of one channel's windows; `y` begins at −∞. NaN is larger than everything.
  @inline(__always)
  fileprivate func takeMaxima<S: Scalar>(_ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>) {
    let (columns, step) = (columns, columnStep)
    forEachRow { result, argument, _ in
      for column in 0..<width {
        var largest = y[result + column]
        let row = x + argument + columns[column].first
        for index in 0..<columns[column].count {
          let value = row[index * step]
          if value > largest || value != value { largest = value }
        }
        y[result + column] = largest
      }
    }
  }

  /// Adds each output's cotangent to the first input of its window that equals the output.
  @inline(__always)
  fileprivate func returnToMaxima<S: Scalar>(
    _ x: UnsafePointer<S>, _ y: UnsafePointer<S>, _ g: UnsafePointer<S>, _ isTaken: UnsafeMutableBufferPointer<Bool>,
    into dx: UnsafeMutablePointer<S.Accumulator>
  ) {
    let (columns, step) = (columns, columnStep)
    forEachRow { result, argument, _ in
      for column in 0..<width where !isTaken[result + column] {
        let first = argument + columns[column].first
        let largest = y[result + column]
        for index in 0..<columns[column].count {
          let value = x[first + index * step]
          guard value == largest || value != value else { continue }
          dx[first + index * step] += g[result + column].accumulator
          isTaken[result + column] = true
          break
        }
      }
    }
  }
}
