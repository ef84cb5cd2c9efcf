/// The tiles of some rows of C, one after the other across: what they write, and what their sums are added to.
@usableFromInline struct PanelSweep<Tile: MatrixTile> {
  /// The element type.
  @usableFromInline typealias Element = Tile.Element

  /// The first element of the rows in C.
  @usableFromInline let c: UnsafeMutablePointer<Element>
  /// Elements from one row of C to the next.
  @usableFromInline let stride: Int
  /// The columns of C.
  @usableFromInline let columns: Int
  /// What β multiplies at the first element, and how far apart its rows and columns are.
  @usableFromInline let old: UnsafePointer<Element>
  @usableFromInline let oldStrides: (row: Int, column: Int)
  @usableFromInline let scratch: ProductScratch<Tile>

  @_alwaysEmitIntoClient @inline(__always)
  init(
    c: UnsafeMutablePointer<Element>, stride: Int, columns: Int, old: UnsafePointer<Element>,
    oldStrides: (row: Int, column: Int), scratch: ProductScratch<Tile>
  ) {
    self.c = c
    self.stride = stride
    self.columns = columns
    self.old = old
    self.oldStrides = oldStrides
    self.scratch = scratch
  }

  /// Columns of the tile for a panel of so many columns.
  @_alwaysEmitIntoClient @inline(__always) static func panelWidth(_ width: Int) -> Int {
    width <= Tile.Vector.scalarCount ? Tile.Vector.scalarCount : Tile.columns
  }

  /// Runs a tile of so many rows for each panel of B; `panel` says where that of a column, with so many columns, is stored,
  /// how far apart its rows are, and of what columns they are yet to be made.
  @_alwaysEmitIntoClient @inline(__always)
  func run(
    _ a: TileSource<Tile>, rows: Int, depth: Int,
    _ panel: (_ column: Int, _ width: Int) -> (
      start: UnsafePointer<Element>, stride: Int, columns: StoredColumns<Element>?
    )
  ) {
    var column = 0
    while column < columns {
      let width = lesser(Tile.columns, columns &- column)
      let tileWidth = Self.panelWidth(width)
      let b = panel(column, width)
      let place = TileTarget<Tile>(
        c: c + column, stride: stride, old: old + column &* oldStrides.column, oldStride: oldStrides.row,
        factors: scratch.factors)
      var call = TileCall<Tile>(rows: rows, depth: depth, a: a, b: b.start, strideB: b.stride, target: place)
      call.columnsB = b.columns
      call.isNarrow = tileWidth < Tile.columns
      if width == tileWidth {
        Tile.run(call)
      } else {
        let edge = EdgeTile(place, rows: rows, columns: width, scratch)
        // Its few chains take the time of eight rows; deep, it is worth the transpositions.
        if a.isPacked && b.columns == nil && rows > 8 && 2 &* width <= rows && depth >= 64 {
          edge.runTransposed(call)
        } else {
          edge.run(call)
        }
      }
      column &+= Tile.columns
    }
  }
}
