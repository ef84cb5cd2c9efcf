/// A matrix product cut into a grid of rectangles of C: about so many parts or more, none larger than a limit.
///
/// Columns are cut between register tiles, rows anywhere, for tiles have any height. Each part runs over the whole depth,
/// so cutting changes no bit of the result.
struct ProductCut {
  private let product: MatrixProduct
  private let rowsPerPart: Int
  private let columnsPerPart: Int
  private let partsAcross: Int
  /// Rectangles in the grid.
  let count: Int

  init(_ product: MatrixProduct, tileColumns: Int, parts: Int, limit: (rows: Int, columns: Int)) {
    func divideUp(_ value: Int, _ divisor: Int) -> Int { (value + divisor - 1) / divisor }
    let tilesAcross = divideUp(product.columns, tileColumns)
    // Every split of `parts` (none, where a batch is empty) into down × across; the best has the part that takes least.
    let parts = max(1, parts)
    var best = (cost: Int.max, rows: product.rows, columns: product.columns)
    for down in 1...parts {
      let across = divideUp(parts, down)
      let rows = min(divideUp(product.rows, down), limit.rows)
      let columns = min(divideUp(tilesAcross, across) * tileColumns, max(limit.columns / tileColumns, 1) * tileColumns)
      // To pack an element takes about as long as eight products, of A's a little longer.
      let cost = rows * min(columns, product.columns) + 10 * rows + 6 * columns
      if cost < best.cost { best = (cost, rows, columns) }
    }
    self.product = product
    rowsPerPart = best.rows
    columnsPerPart = best.columns
    partsAcross = divideUp(product.columns, columnsPerPart)
    count = divideUp(product.rows, rowsPerPart) * partsAcross
  }

  /// The part's product and the place in C where it starts.
  subscript(index: Int) -> (product: MatrixProduct, row: Int, column: Int) {
    let row = index / partsAcross * rowsPerPart
    let column = index % partsAcross * columnsPerPart
    var part = product
    part.rows = min(rowsPerPart, product.rows - row)
    part.columns = min(columnsPerPart, product.columns - column)
    return (part, row, column)
  }
}
