// Rows and columns of C, and products along the depth, that are computed at a time: their operands, widened, stay in the
// second- and third-level caches. The depth is that of the blocks in which Float products are summed.
private let partLimit = (rows: 512, columns: 1024)
private let depthLimit = 512

extension NarrowScalar {
  /// C ← α op(A) op(B) + β C with an epilogue: the product of Floats, rounded once.
  public static func multiply(
    _ product: MatrixProduct, _ alpha: Float, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>, _ beta: Float,
    into c: UnsafeMutablePointer<Self>, _ epilogue: ProductEpilogue<Self>
  ) {
    let kernels = Float.kernels
    kernels.forEachPart(of: product, limit: partLimit) { part, batch, row, column in
      let (placeA, placeB) = part.places(batch: batch, row: row, column: column)
      let depth = min(depthLimit, part.depth)
      let elements = depth * (part.rows + part.columns) + (part.rows + 1) * part.columns
      let wideA = Workspace.memory(for: .operands, bytes: elements * MemoryLayout<Float>.stride)
        .assumingMemoryBound(to: Float.self)
      let wideB = wideA + depth * part.rows
      let wideC = wideB + depth * part.columns
      let wideBias = wideC + part.rows * part.columns
      let place = c + (batch * part.batchStrides.c + row * part.strideC + column)
      if beta != 0 { widen(place, stride: part.strideC, rows: part.rows, columns: part.columns, into: wideC) }
      if let bias = epilogue.bias { widen(bias + column, into: wideBias, count: part.columns) }
      var k = 0
      repeat {
        let block = MatrixProduct(
          rows: part.rows, columns: part.columns, depth: min(depth, part.depth - k), transposesA: part.transposesA,
          transposesB: part.transposesB)
        let startA = a + (placeA + (part.transposesA ? k * part.strideA : k))
        let startB = b + (placeB + (part.transposesB ? k : k * part.strideB))
        let shapeA = part.transposesA ? (block.depth, block.rows) : (block.rows, block.depth)
        let shapeB = part.transposesB ? (block.columns, block.depth) : (block.depth, block.columns)
        widen(startA, stride: part.strideA, rows: shapeA.0, columns: shapeA.1, into: wideA)
        widen(startB, stride: part.strideB, rows: shapeB.0, columns: shapeB.1, into: wideB)
        let isLast = k + depth >= part.depth
        kernels.multiplyOne(
          block, Double(alpha), wideA, wideB, k > 0 ? 1 : Double(beta), into: wideC,
          ProductEpilogue(
            bias: k == 0 && epilogue.bias != nil ? UnsafePointer(wideBias) : nil,
            rectifies: isLast && epilogue.rectifies), threads: 1)
        k += depth
      } while k < part.depth
      for i in 0..<part.rows { narrow(wideC + i * part.columns, into: place + i * part.strideC, count: part.columns) }
    }
  }

  /// Widens a matrix with gaps between its rows into one without.
  private static func widen(
    _ x: UnsafePointer<Self>, stride: Int, rows: Int, columns: Int, into y: UnsafeMutablePointer<Float>
  ) {
    if stride == columns { return widen(x, into: y, count: rows * columns) }
    if stride == 0 && columns == 1 { return y.update(repeating: Float(x[0]), count: rows) }
    for i in 0..<rows { widen(x + i * stride, into: y + i * columns, count: columns) }
  }
}
