extension ConvolutionPlan {
  /// y ← W * x, plus a bias for each channel if there is one; y is new, so that nobody else sees it yet.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func convolve<S: Scalar>(_ x: Tensor<S>, weight: Tensor<S>, bias: Tensor<S>?, into y: Tensor<S>) {
    let (width, pool) = (window.output.w, y.pool)
    x.withElements { x in
      weight.withElements { weight in
        y.withSharedMutableElements { y in
          share(images, threads: ThreadPool.threadCount, pool: pool) { (image: Int, scratch: UnsafeMutablePointer<S>) in
            let result = y + image * groups * outputCount
            bias?.repeatElements(positions, into: result)
            for rows in blocks {
              for group in 0..<groups {
                let patches = patches(of: x + (image * groups + group) * inputCount, rows: rows, scratch: scratch)
                let product = MatrixProduct(
                  rows: outputs, columns: rows.count * width, depth: depth, strideB: patches.stride, strideC: positions)
                S.multiply(
                  product, 1, weight + group * weightCount, patches.start, bias == nil ? 0 : 1,
                  into: result + group * outputCount + rows.lowerBound * width)
              }
            }
          }
        }
      }
    }
  }

  /// x ← Wᵀ * y, plus a bias for each channel if there is one: the transpose of the convolution. x is new.
  ///
  /// Where windows overlap this adds to elements again and again, so it is done in the accumulator's type.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func convolveTransposed<S: Scalar>(_ y: Tensor<S>, weight: Tensor<S>, bias: Tensor<S>?, into x: Tensor<S>)
  where S.Accumulator == S {
    let (width, pool) = (window.output.w, x.pool)
    y.withElements { y in
      weight.withElements { weight in
        x.withSharedMutableElements { x in
          share(images, threads: ThreadPool.threadCount, pool: pool) { (image: Int, scratch: UnsafeMutablePointer<S>) in
            let result = x + image * groups * inputCount
            if let bias {
              bias.repeatElements(window.input.product, into: result)
            } else {
              result.update(repeating: 0, count: groups * inputCount)
            }
            for rows in blocks {
              for group in 0..<groups {
                let product = MatrixProduct(
                  rows: depth, columns: rows.count * width, depth: outputs, transposesA: true, strideB: positions)
                let source = y + (image * groups + group) * outputCount + rows.lowerBound * width
                S.multiply(product, 1, weight + group * weightCount, source, 0, into: scratch)
                window.scatterPatches(scratch, channels: inputs, rows: rows, into: result + group * inputCount)
              }
            }
          }
        }
      }
    }
  }

  /// The gradient of the weight: the sum over images of the result's cotangent times the patches transposed.
  ///
  /// Partial sums over runs of images are kept side by side and then added in order. Their number depends on sizes alone,
  /// so that no number of threads changes a bit.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func weightGradient<S: Scalar>(input x: Tensor<S>, cotangent g: Tensor<S>, shape: Shape) -> Tensor<S>
  where S.Accumulator == S {
    let (width, pool) = (window.output.w, g.pool)
    let sums = max(1, min(images, Self.partialElements / max(1, shape.count), 8))
    let result = Tensor<S>.zeros(shape, pool: pool)
    var others = Tensor<S>.zeros([sums - 1, shape.count], pool: pool)
    x.withElements { x in
      g.withElements { g in
        result.withSharedMutableElements { result in
          others.withSharedMutableElements { others in
            share(sums, threads: sums, pool: pool) { (part: Int, scratch: UnsafeMutablePointer<S>) in
              let sum = part == 0 ? result : others + (part - 1) * shape.count
              for image in images * part / sums..<images * (part + 1) / sums {
                for rows in blocks {
                  for group in 0..<groups {
                    let patches = patches(of: x + (image * groups + group) * inputCount, rows: rows, scratch: scratch)
                    let product = MatrixProduct(
                      rows: outputs, columns: depth, depth: rows.count * width, transposesB: true, strideA: positions,
                      strideB: patches.stride)
                    let cotangent = g + (image * groups + group) * outputCount + rows.lowerBound * width
                    S.multiply(product, 1, cotangent, patches.start, 1, into: sum + group * weightCount)
                  }
                }
              }
            }
            for part in 1..<max(sums, 1) {
              S.combine(1, others + (part - 1) * shape.count, 1, into: result, count: shape.count)
            }
          }
        }
      }
    }
    others.recycle()
    return result
  }

  /// Elements of all partial sums at most, unless a single one has more.
  private static var partialElements: Int { 1 << 22 }
}

extension Tensor {
  /// Writes each element `count` times, one after the other.
  fileprivate func repeatElements(_ count: Int, into target: UnsafeMutablePointer<S>) {
    withElements { x in
      for index in 0..<self.count { target.advanced(by: index * count).update(repeating: x[index], count: count) }
    }
  }
}
