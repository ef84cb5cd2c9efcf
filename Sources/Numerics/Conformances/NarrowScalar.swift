/// A scalar narrower than Float, whose bulk operations convert blocks to Float, run Float's kernels, and convert back.
///
/// A conformance gives `widen` and `narrow` (by a kernel) and gets the rest. Results are those of Float, rounded once.
protocol NarrowScalar: Scalar where Accumulator == Float {}

/// How many elements are converted at a time: three blocks of Floats stay in the first-level cache.
private let blockLength = 512
/// Elements that pay for waking another thread.
private let threadGrain = 1 << 13

/// Calls `body` with each block's range, on all threads, and scratch memory for `buffers` blocks of Floats.
private func forEachBlock(
  of count: Int, buffers: Int, _ body: (Range<Int>, UnsafeMutablePointer<Float>) -> Void
) {
  parallelFor(count, grain: threadGrain) { range in
    withUnsafeTemporaryAllocation(of: Float.self, capacity: buffers * blockLength) { scratch in
      guard let base = scratch.baseAddress else { return }
      var start = range.lowerBound
      while start < range.upperBound {
        let end = min(start + blockLength, range.upperBound)
        body(start..<end, base)
        start = end
      }
    }
  }
}

extension NarrowScalar {
  /// yᵢ ← f(xᵢ)
  public static func apply(
    _ function: UnaryFunction, parameter: Double, to x: UnsafePointer<Self>, into y: UnsafeMutablePointer<Self>,
    count: Int
  ) {
    forEachBlock(of: count, buffers: 1) { block, scratch in
      widen(x + block.lowerBound, into: scratch, count: block.count)
      Float.apply(function, parameter: parameter, to: scratch, into: scratch, count: block.count)
      narrow(scratch, into: y + block.lowerBound, count: block.count)
    }
  }

  /// dxᵢ ← gᵢ f′(xᵢ), added where `accumulating`
  public static func pullBack(
    _ function: UnaryFunction, parameter: Double, cotangent g: UnsafePointer<Self>, input x: UnsafePointer<Self>,
    output y: UnsafePointer<Self>, into dx: UnsafeMutablePointer<Self>, accumulating: Bool, count: Int
  ) {
    forEachBlock(of: count, buffers: 4) { block, scratch in
      let start = block.lowerBound
      let wideG = scratch
      let wideX = scratch + blockLength
      let wideY = scratch + 2 * blockLength
      let wideDX = scratch + 3 * blockLength
      widen(g + start, into: wideG, count: block.count)
      widen(x + start, into: wideX, count: block.count)
      widen(y + start, into: wideY, count: block.count)
      if accumulating { widen(dx + start, into: wideDX, count: block.count) }
      Float.pullBack(
        function, parameter: parameter, cotangent: wideG, input: wideX, output: wideY, into: wideDX,
        accumulating: accumulating, count: block.count)
      narrow(wideDX, into: dx + start, count: block.count)
    }
  }

  /// yᵢ ← f(aᵢ, bᵢ); an operand of stride 0 is its first element throughout.
  public static func apply(
    _ function: BinaryFunction, _ a: UnsafePointer<Self>, stride strideA: Int, _ b: UnsafePointer<Self>,
    stride strideB: Int, into y: UnsafeMutablePointer<Self>, count: Int
  ) {
    // Read before anything is written: y may be the buffer of an operand of stride 0.
    let firstA = strideA == 0 && count > 0 ? a.pointee.accumulator : 0
    let firstB = strideB == 0 && count > 0 ? b.pointee.accumulator : 0
    forEachBlock(of: count, buffers: 2) { block, scratch in
      let wideB = scratch + blockLength
      scratch.pointee = firstA
      wideB.pointee = firstB
      if strideA != 0 { widen(a + block.lowerBound, into: scratch, count: block.count) }
      if strideB != 0 { widen(b + block.lowerBound, into: wideB, count: block.count) }
      Float.apply(function, scratch, stride: strideA, wideB, stride: strideB, into: scratch, count: block.count)
      narrow(scratch, into: y + block.lowerBound, count: block.count)
    }
  }

  /// yᵢ ← α xᵢ + β yᵢ
  public static func combine(
    _ alpha: Float, _ x: UnsafePointer<Self>, _ beta: Float, into y: UnsafeMutablePointer<Self>, count: Int
  ) {
    forEachBlock(of: count, buffers: 2) { block, scratch in
      let wideY = scratch + blockLength
      widen(x + block.lowerBound, into: scratch, count: block.count)
      if beta != 0 { widen(y + block.lowerBound, into: wideY, count: block.count) }
      Float.combine(alpha, scratch, beta, into: wideY, count: block.count)
      narrow(wideY, into: y + block.lowerBound, count: block.count)
    }
  }

  /// A step of Adam
  public static func update(
    _ step: AdamStep, _ w: UnsafeMutablePointer<Self>, _ g: UnsafePointer<Self>, _ mean: UnsafeMutablePointer<Float>,
    _ meanSquare: UnsafeMutablePointer<Float>, count: Int
  ) {
    forEachBlock(of: count, buffers: 2) { block, scratch in
      let (start, wideG) = (block.lowerBound, scratch + blockLength)
      widen(w + start, into: scratch, count: block.count)
      widen(g + start, into: wideG, count: block.count)
      Float.update(step, scratch, wideG, mean + start, meanSquare + start, count: block.count)
      narrow(scratch, into: w + start, count: block.count)
    }
  }

  /// The reduction of `count` elements, in an order that no thread count changes.
  public static func reduce(
    _ reduction: Reduction, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>, count: Int
  ) -> Float {
    if reduction == .maximum {
      var largest = -Float.infinity
      reduceBlocks(reduction, a, b, count: count) { largest = largest.isNaN || $0 <= largest ? largest : $0 }
      return largest
    }
    var total = 0.0
    reduceBlocks(reduction, a, b, count: count) { total += Double($0) }
    return Float(total)
  }

  private static func reduceBlocks(
    _ reduction: Reduction, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>, count: Int, _ take: (Float) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: 2 * blockLength) { scratch in
      guard let wideA = scratch.baseAddress else { return }
      var start = 0
      while start < count {
        let length = min(blockLength, count - start)
        widen(a + start, into: wideA, count: length)
        if reduction == .dot { widen(b + start, into: wideA + blockLength, count: length) }
        take(Float.reduce(reduction, wideA, wideA + blockLength, count: length))
        start += length
      }
    }
  }

  /// Row by row, softmax or its logarithm.
  public static func softmax(
    _ x: UnsafePointer<Self>, into y: UnsafeMutablePointer<Self>, rows: Int, columns: Int, logarithm: Bool
  ) {
    if columns == 0 { return }
    parallelFor(rows, grain: (threadGrain + columns - 1) / columns) { range in
      let row = Workspace.memory(for: .operands, bytes: columns * MemoryLayout<Float>.stride)
        .assumingMemoryBound(to: Float.self)
      for i in range {
        widen(x + i * columns, into: row, count: columns)
        Float.softmax(row, into: row, rows: 1, columns: columns, logarithm: logarithm)
        narrow(row, into: y + i * columns, count: columns)
      }
    }
  }
}
