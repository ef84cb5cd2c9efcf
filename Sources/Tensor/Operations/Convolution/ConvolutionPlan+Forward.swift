extension ConvolutionPlan {
  /// y ← W * x, plus a bias for each channel if there is one, and rectified if that is wanted; y is new, so that nobody
  /// else sees it yet. Where there is a mask, x counts only where it is positive.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func convolve<S: Scalar>(
    _ x: Tensor<S>, where mask: Tensor<S>? = nil, weight: Tensor<S>, bias: Tensor<S>?, rectifies: Bool = false,
    into y: Tensor<S>
  ) where S.Accumulator == S {
    let image = BorderedImage(window, channels: inputs)
    let offsets = image.offsets()
    var product = PatchProduct(
      rows: positions, columns: outputs, depth: depth, rowOffsets: offsets.positions, depthOffsets: offsets.taps,
      transposesC: true, strideC: positions)
    product.rectifies = rectifies
    product.isShared = sharesImages
    let packedCount = PatchProduct.packedCount(rows: outputs, depth: depth)
    var packed = Tensor<S>(uninitialized: [groups, packedCount], pool: y.pool)
    pack(weight, into: packed, groupCount: packedCount)
    packed.withElements { packed in
      x.withElements { x in
        Tensor.withElements(of: mask) { mask in
          Tensor.withElements(of: bias) { bias in
            y.withSharedMutableElements { y in
              share(images * groups, work: weightCount * positions) { units in
                let bytes = (image.count + inputCount) * MemoryLayout<S>.stride
                let bordered = Workspace.memory(for: .images, bytes: bytes).assumingMemoryBound(to: S.self)
                for unit in units {
                  let group = unit % groups
                  let part = S.masked(
                    x + unit * inputCount, by: mask.map { $0 + unit * inputCount }, count: inputCount,
                    scratch: bordered + image.count)
                  image.write(part, to: bordered)
                  S.multiply(
                    product, bordered, packed + group * packedCount, bias: bias.map { $0 + group * outputs },
                    into: y + unit * outputCount)
                }
              }
            }
          }
        }
      }
    }
    packed.recycle()
  }

  /// Packs each group's weight for products with patches.
  private func pack<S: Scalar>(_ weight: Tensor<S>, into packed: Tensor<S>, groupCount: Int) {
    weight.withElements { weight in
      packed.withSharedMutableElements { packed in
        for group in 0..<groups {
          S.packForPatches(
            weight + group * weightCount, stride: depth, rows: outputs, depth: depth, into: packed + group * groupCount)
        }
      }
    }
  }
}

extension Scalar {
  /// Elements as they are if there is no mask; else, in `scratch`, those at which the mask is positive, among zeros.
  @inline(__always)
  static func masked(
    _ x: UnsafePointer<Self>, by mask: UnsafePointer<Self>?, count: Int, scratch: UnsafeMutablePointer<Self>
  ) -> UnsafePointer<Self> {
    guard let mask else { return x }
    pullBack(
      .relu, parameter: 0, cotangent: x, input: mask, output: mask, into: scratch, accumulating: false, count: count)
    return UnsafePointer(scratch)
  }
}
