/// Rows and columns of C that are computed at a time, which bounds the memory for widened operands.
private let rowBlock = 512
private let columnBlock = 1024

extension NarrowScalar {
  /// C ← α op(A) op(B) + β C
  public static func multiply(
    _ product: MatrixProduct, _ alpha: Float, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>, _ beta: Float,
    into c: UnsafeMutablePointer<Self>
  ) {
    let blockRows = min(rowBlock, product.rows)
    let blockColumns = min(columnBlock, product.columns)
    let elements = blockRows * product.depth + product.depth * blockColumns + blockRows * blockColumns
    let wideA = Workspace.memory(for: .operands, bytes: max(1, elements) * MemoryLayout<Float>.stride)
      .assumingMemoryBound(to: Float.self)
    let wideB = wideA + blockRows * product.depth
    let wideC = wideB + product.depth * blockColumns
    for column in stride(from: 0, to: product.columns, by: columnBlock) {
      let columns = min(columnBlock, product.columns - column)
      if product.transposesB {
        let place = b + column * product.strideB
        widen(place, stride: product.strideB, rows: columns, columns: product.depth, into: wideB)
      } else {
        widen(b + column, stride: product.strideB, rows: product.depth, columns: columns, into: wideB)
      }
      for row in stride(from: 0, to: product.rows, by: rowBlock) {
        let rows = min(rowBlock, product.rows - row)
        if product.transposesA {
          widen(a + row, stride: product.strideA, rows: product.depth, columns: rows, into: wideA)
        } else {
          let place = a + row * product.strideA
          widen(place, stride: product.strideA, rows: rows, columns: product.depth, into: wideA)
        }
        let place = c + (row * product.strideC + column)
        if beta != 0 { widen(place, stride: product.strideC, rows: rows, columns: columns, into: wideC) }
        let block = MatrixProduct(
          rows: rows, columns: columns, depth: product.depth, transposesA: product.transposesA,
          transposesB: product.transposesB)
        Float.multiply(block, alpha, wideA, wideB, beta, into: wideC)
        for i in 0..<rows { narrow(wideC + i * columns, into: place + i * product.strideC, count: columns) }
      }
    }
  }

  /// Widens a matrix with gaps between its rows into one without.
  private static func widen(
    _ x: UnsafePointer<Self>, stride: Int, rows: Int, columns: Int, into y: UnsafeMutablePointer<Float>
  ) {
    if stride == columns { return widen(x, into: y, count: rows * columns) }
    for i in 0..<rows { widen(x + i * stride, into: y + i * columns, count: columns) }
  }
}
