extension ConvolutionPlan {
  /// The gradients of the weight, the sum over images of the result's cotangent times the patches transposed, and of the
  /// bias, the cotangent's sums over images and positions. Where there is a mask, the cotangent counts only where it is
  /// positive.
  ///
  /// Partial sums over runs of images are kept side by side and then added in order. Their number depends on sizes alone,
  /// so that no number of threads changes a bit.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func gradients<S: Scalar>(
    input x: Tensor<S>, cotangent g: Tensor<S>, where mask: Tensor<S>? = nil, shape: Shape
  ) -> (weight: Tensor<S>, bias: Tensor<S>) where S.Accumulator == S {
    let channels = groups * outputs
    let partCount = shape.count + channels
    let sums = max(1, min(images, Self.partialElements / max(1, partCount), 8))
    var parts = Tensor<S>(uninitialized: [sums, partCount], pool: g.pool)
    let image = BorderedImage(window, channels: inputs)
    let offsets = image.offsets(ordersChannelsInnermost: ordersChannelsInnermost)
    var product = PatchProduct(
      rows: depth, columns: outputs, depth: positions, rowOffsets: offsets.taps, depthOffsets: offsets.positions,
      transposesC: false, strideC: outputs)
    product.isShared = sharesImages || sums < ThreadPool.threadCount
    x.withElements { x in
      g.withElements { g in
        Tensor.withElements(of: mask) { mask in
          parts.withSharedMutableElements { parts in
            func sum(_ part: Int) {
              addGradients(
                product, image, x, g, where: mask, images: images * part / sums..<images * (part + 1) / sums,
                into: parts + part * partCount, biases: parts + part * partCount + shape.count)
            }
            if product.isShared {
              for part in 0..<sums { sum(part) }
            } else {
              share(sums, work: images * groups * weightCount * positions / sums) { for part in $0 { sum(part) } }
            }
          }
        }
      }
    }
    let weight = Tensor<S>(uninitialized: shape, pool: g.pool)
    let bias = Tensor<S>(uninitialized: [channels], pool: g.pool)
    parts.withSharedMutableElements { parts in
      for part in 1..<max(sums, 1) { S.combine(1, parts + part * partCount, 1, into: parts, count: partCount) }
      weight.withSharedMutableElements { orderGradient(parts, into: $0) }
      bias.withSharedMutableElements { $0.update(from: parts + shape.count, count: channels) }
    }
    parts.recycle()
    return (weight, bias)
  }

  /// Writes the sums over some images: of each group's weight a row for each input and tap, then the biases.
  private func addGradients<S: Scalar>(
    _ product: PatchProduct, _ image: BorderedImage, _ x: UnsafePointer<S>, _ g: UnsafePointer<S>,
    where mask: UnsafePointer<S>?, images: Range<Int>, into sum: UnsafeMutablePointer<S>,
    biases: UnsafeMutablePointer<S>
  ) where S.Accumulator == S {
    if images.isEmpty {
      sum.update(repeating: 0, count: groups * weightCount)
      biases.update(repeating: 0, count: groups * outputs)
    }
    var product = product
    let packedCount = PatchProduct.packedCount(rows: outputs, depth: positions)
    let bytes = (packedCount + image.count + outputCount) * MemoryLayout<S>.stride
    let packed = Workspace.memory(for: .images, bytes: bytes).assumingMemoryBound(to: S.self)
    let bordered = packed + packedCount
    let masked = bordered + image.count
    for number in images {
      product.accumulates = number > images.lowerBound
      for group in 0..<groups {
        let unit = number * groups + group
        image.write(x + unit * inputCount, to: bordered)
        let cotangent = S.masked(
          g + unit * outputCount, by: mask.map { $0 + unit * outputCount }, count: outputCount, scratch: masked)
        S.packForPatches(cotangent, stride: positions, rows: outputs, depth: positions, into: packed)
        S.multiply(product, bordered, packed, bias: nil, into: sum + group * weightCount)
        for channel in 0..<outputs {
          let plane = cotangent + channel * positions
          let total = S.reduce(.sum, plane, plane, count: positions)
          let place = group * outputs + channel
          biases[place] = product.accumulates ? biases[place] + total : total
        }
      }
    }
  }

  /// Whether the rows of a weight's gradient are computed channel by channel for each tap: there are more at equal
  /// distances then.
  private var ordersChannelsInnermost: Bool { inputs > window.geometry.kernel.w }

  /// Writes a weight's gradient, as it was computed, in the order of the weight: output, input, tap.
  private func orderGradient<S: Scalar>(_ sum: UnsafePointer<S>, into target: UnsafeMutablePointer<S>) {
    let (inputStep, tapStep) = ordersChannelsInnermost ? (1, inputs) : (taps, 1)
    for group in 0..<groups {
      let (sum, target) = (sum + group * weightCount, target + group * weightCount)
      for input in 0..<inputs {
        for tap in 0..<taps {
          let row = sum + (input * inputStep + tap * tapStep) * outputs
          let column = target + (input * taps + tap)
          for output in 0..<outputs { column[output * depth] = row[output] }
        }
      }
    }
  }

  /// Elements of all partial sums at most, unless a single one has more.
  private static var partialElements: Int { 1 << 22 }
}
