/// All rows of A times one block of B: as many columns as fit a cache, and one block of the depth.
@usableFromInline struct ProductBlock<Tile: MatrixTile> {
  /// The element type.
  @usableFromInline typealias Element = Tile.Element

  @usableFromInline let product: MatrixProduct
  @usableFromInline let depth: Int
  @usableFromInline let columns: Int
  @usableFromInline let a: UnsafePointer<Element>
  @usableFromInline let b: UnsafePointer<Element>
  @usableFromInline let c: UnsafeMutablePointer<Element>
  @usableFromInline let scratch: ProductScratch<Tile>
  /// What β multiplies, C itself unless told, and how far its rows and its columns are apart.
  @usableFromInline var old: UnsafePointer<Element>
  @usableFromInline var oldStrides: (row: Int, column: Int)

  @_alwaysEmitIntoClient @inline(__always)
  init(
    _ product: MatrixProduct, depth: Int, columns: Int, a: UnsafePointer<Element>, b: UnsafePointer<Element>,
    c: UnsafeMutablePointer<Element>, _ scratch: ProductScratch<Tile>
  ) {
    self.product = product
    self.depth = depth
    self.columns = columns
    self.a = a
    self.b = b
    self.c = c
    self.scratch = scratch
    old = UnsafePointer(c)
    oldStrides = (product.strideC, 1)
  }

  // With fewer rows, B is used too seldom to be worth packing; with fewer columns, A is.
  @_alwaysEmitIntoClient @inline(__always) static var rowsWorthPacking: Int { 64 }
  @_alwaysEmitIntoClient @inline(__always) static var columnsWorthPacking: Int { 128 }

  /// Columns of the tile for a panel of so many columns.
  @_alwaysEmitIntoClient @inline(__always) func panelWidth(_ width: Int) -> Int {
    width <= Tile.Vector.scalarCount ? Tile.Vector.scalarCount : Tile.columns
  }

  /// Whether the tiles read a panel of B where it is stored.
  @_alwaysEmitIntoClient @inline(__always) func readsInPlace(width: Int) -> Bool {
    !product.transposesB && width == panelWidth(width) && product.rows <= Self.rowsWorthPacking
  }

  /// Packs the block of B, but for panels that are read where they are.
  @_alwaysEmitIntoClient @inline(__always) func packB() {
    let stride = product.strideB
    var column = 0
    while column < columns {
      let count = lesser(Tile.columns, columns &- column)
      let width = panelWidth(count)
      let panel = scratch.panelsB + column &* depth
      if product.transposesB {
        let place = b + column &* stride
        Packing<Tile>.interleave(place, stride: stride, count: count, depth: depth, width: width, into: panel)
      } else if !readsInPlace(width: count) {
        Packing<Tile>.copy(
          b + column, stride: stride, count: count, readable: count, depth: depth, width: width, into: panel)
      }
      column &+= Tile.columns
    }
  }

  /// Packs the panel of A that starts at a row.
  @_alwaysEmitIntoClient @inline(__always) func packA(_ place: UnsafePointer<Element>, row: Int, rows: Int) {
    let stride = product.strideA
    if product.transposesA {
      Packing<Tile>.copy(
        place, stride: stride, count: rows, readable: product.rows &- row, depth: depth, width: rows,
        into: scratch.panelA)
    } else {
      Packing<Tile>.interleave(place, stride: stride, count: rows, depth: depth, width: rows, into: scratch.panelA)
    }
  }

  /// Runs the tiles: each panel of A, packed here, stays in the first-level cache while the block of B streams by.
  @_alwaysEmitIntoClient @inline(__always) func multiply() {
    // Tiles of nearly equal height: a low tile would wait for its own sums.
    let tilesDown = (product.rows &+ Tile.rows &- 1) / Tile.rows
    let tileRows = (product.rows &+ tilesDown &- 1) / tilesDown
    let readsA = product.columns <= Self.columnsWorthPacking
    let edge = TileTarget<Tile>(
      c: scratch.edge, stride: Tile.columns, old: UnsafePointer(scratch.zeros), oldStride: 0,
      factors: scratch.factors + 3)
    var row = 0
    while row < product.rows {
      let rows = lesser(tileRows, product.rows &- row)
      let placeA = a + (product.transposesA ? row : row &* product.strideA)
      var call = TileCall<Tile>(
        rows: rows, depth: depth, a: placeA, strideA: product.transposesA ? 1 : product.strideA,
        stepA: product.transposesA ? product.strideA : 1, b: b, strideB: product.strideB, target: edge)
      if !readsA {
        packA(placeA, row: row, rows: rows)
        call.a = UnsafePointer(scratch.panelA)
        call.strideA = 1
        call.stepA = rows
      }
      var column = 0
      while column < columns {
        let width = lesser(Tile.columns, columns &- column)
        let tileWidth = panelWidth(width)
        if readsInPlace(width: width) {
          call.b = b + column
          call.strideB = product.strideB
        } else {
          call.b = UnsafePointer(scratch.panelsB + column &* depth)
          call.strideB = tileWidth
        }
        let place = TileTarget<Tile>(
          c: c + (row &* product.strideC &+ column), stride: product.strideC,
          old: old + (row &* oldStrides.row &+ column &* oldStrides.column), oldStride: oldStrides.row,
          factors: scratch.factors)
        call.isNarrow = tileWidth < Tile.columns
        call.target = width == tileWidth ? place : edge
        Tile.run(call)
        if width < tileWidth {
          place.finish(partial: scratch.edge, stride: Tile.columns, rows: rows, columns: width)
        }
        column &+= Tile.columns
      }
      row &+= rows
    }
  }
}
