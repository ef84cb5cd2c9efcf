/// A matrix product cut into a grid of rectangles of C: at least so many parts, none larger than a limit.
///
/// Cuts fall between register tiles. Each part runs over the whole depth, so cutting changes no bit of the result.
struct ProductCut {
  private let product: MatrixProduct
  private let rowsPerPart: Int
  private let columnsPerPart: Int
  private let partsAcross: Int
  /// Rectangles in the grid.
  let count: Int

  init(
    _ product: MatrixProduct, tile: (rows: Int, columns: Int), parts: Int,
    limit: (rows: Int, columns: Int) = (.max, .max)
  ) {
    func divideUp(_ value: Int, _ divisor: Int) -> Int { (value + divisor - 1) / divisor }
    let tilesDown = divideUp(product.rows, tile.rows)
    let tilesAcross = divideUp(product.columns, tile.columns)
    // Every split of `parts` into down × across; the best has the smallest largest part, then the least to pack.
    var best = (cost: Int.max, down: 1, across: 1)
    for down in 1...parts {
      let across = parts / down
      let rows = divideUp(tilesDown, down) * tile.rows
      let columns = divideUp(tilesAcross, across) * tile.columns
      // A row of A takes more to pack than a column of B, which is copied as it is.
      let cost = rows * columns * 8 + 2 * rows + columns
      if cost < best.cost { best = (cost, down, across) }
    }
    self.product = product
    rowsPerPart = min(divideUp(tilesDown, best.down) * tile.rows, max(limit.rows / tile.rows, 1) * tile.rows)
    columnsPerPart = min(
      divideUp(tilesAcross, best.across) * tile.columns, max(limit.columns / tile.columns, 1) * tile.columns)
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
