extension ConvolutionPlan {
  /// x ← Wᵀ * y, plus a bias for each channel if there is one: the transpose of the convolution. x is new. Where there is a
  /// mask, y counts only where it is positive.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func convolveTransposed<S: Scalar>(
    _ y: Tensor<S>, where mask: Tensor<S>? = nil, weight: Tensor<S>, bias: Tensor<S>?, into x: Tensor<S>
  ) where S.Accumulator == S {
    if let transposed {
      var reversed = reversingTaps(weight)
      transposed.convolve(y, where: mask, weight: reversed, bias: bias, into: x)
      reversed.recycle()
    } else if let mask {
      var masked = y.masked(by: mask)
      scatter(masked, weight: weight, bias: bias, into: x)
      masked.recycle()
    } else {
      scatter(y, weight: weight, bias: bias, into: x)
    }
  }

  /// The weight of the transposed convolution: inputs and outputs of each group exchanged, taps in reverse.
  private func reversingTaps<S: Scalar>(_ weight: Tensor<S>) -> Tensor<S> {
    let result = Tensor<S>(uninitialized: weight.shape, pool: weight.pool)
    weight.withElements { weight in
      result.withSharedMutableElements { result in
        var target = result
        for group in 0..<groups {
          for input in 0..<inputs {
            for output in 0..<outputs {
              let last = weight + ((group * outputs + output) * inputs + input + 1) * taps - 1
              for tap in 0..<taps { target[tap] = last[-tap] }
              target += taps
            }
          }
        }
      }
    }
    return result
  }

  /// The transpose where windows move by strides: patches are computed for a block of output rows at a time, so that they
  /// stay in cache, and added where they came from.
  private func scatter<S: Scalar>(_ y: Tensor<S>, weight: Tensor<S>, bias: Tensor<S>?, into x: Tensor<S>) {
    let width = window.output.w
    let blockRows = max(1, min(window.rowCount, Self.blockElements / max(1, depth * width)))
    y.withElements { y in
      weight.withElements { weight in
        x.withSharedMutableElements { x in
          share(images, work: groups * weightCount * positions) { images in
            let patches = Workspace.memory(for: .images, bytes: depth * blockRows * width * MemoryLayout<S>.stride)
              .assumingMemoryBound(to: S.self)
            for image in images {
              let result = x + image * groups * inputCount
              if let bias {
                bias.repeatElements(window.input.product, into: result)
              } else {
                result.update(repeating: 0, count: groups * inputCount)
              }
              for start in stride(from: 0, to: window.rowCount, by: blockRows) {
                let rows = start..<min(start + blockRows, window.rowCount)
                for group in 0..<groups {
                  let product = MatrixProduct(
                    rows: depth, columns: rows.count * width, depth: outputs, transposesA: true, strideB: positions)
                  let source = y + (image * groups + group) * outputCount + start * width
                  S.multiply(product, 1, weight + group * weightCount, source, 0, into: patches)
                  window.scatterPatches(patches, channels: inputs, rows: rows, into: result + group * inputCount)
                }
              }
            }
          }
        }
      }
    }
  }

  /// Patches of a block at most, unless a single row has more: a megabyte of Floats.
  private static var blockElements: Int { 1 << 18 }
}

extension Tensor {
  /// Writes each element `count` times, one after the other.
  fileprivate func repeatElements(_ count: Int, into target: UnsafeMutablePointer<S>) {
    withElements { x in
      for index in 0..<self.count { target.advanced(by: index * count).update(repeating: x[index], count: count) }
    }
  }
}
