/// A step of a blocked product: as many columns as a block of B has, and one block of the depth.
@usableFromInline struct ProductStep {
  /// The first column.
  @usableFromInline var column: Int
  /// The number of columns.
  @usableFromInline var columns: Int
  /// The first product along the depth.
  @usableFromInline var k: Int
  /// The number of products along the depth.
  @usableFromInline var depth: Int

  @_alwaysEmitIntoClient @inline(__always) init(column: Int, columns: Int, k: Int, depth: Int) {
    self.column = column
    self.columns = columns
    self.k = k
    self.depth = depth
  }
}

/// One step of a product: a block of B, packed, and all rows of A.
@usableFromInline struct ProductBlock<Tile: MatrixTile> {
  /// The element type.
  @usableFromInline typealias Element = Tile.Element

  @usableFromInline let product: MatrixProduct
  @usableFromInline let step: ProductStep
  /// Where the block of B starts, and its packed panels.
  @usableFromInline let b: UnsafePointer<Element>
  @usableFromInline let panelsB: UnsafeMutablePointer<Element>
  /// Where the first block of B leaves the packed panels of A for the next; nil where there is no next.
  @usableFromInline let keptA: UnsafeMutablePointer<Element>?

  @_alwaysEmitIntoClient @inline(__always)
  init(
    _ product: MatrixProduct, _ step: ProductStep, _ b: UnsafePointer<Element>,
    panelsB: UnsafeMutablePointer<Element>, keptA: UnsafeMutablePointer<Element>?
  ) {
    self.product = product
    self.step = step
    let column = step.column
    self.b = b + (product.transposesB ? column &* product.strideB &+ step.k : step.k &* product.strideB &+ column)
    self.panelsB = panelsB
    self.keptA = keptA
  }

  // With fewer rows, B is used too seldom to be worth packing; with fewer columns, A is, unless tiles
  // transpose B.
  @_alwaysEmitIntoClient @inline(__always) static var rowsWorthPacking: Int { 64 }
  @_alwaysEmitIntoClient @inline(__always) static var columnsWorthPacking: Int { 256 }

  /// Whether the tiles read a panel of B where it is stored.
  @_alwaysEmitIntoClient @inline(__always) func readsInPlace(width: Int) -> Bool {
    !product.transposesB && width == PanelSweep<Tile>.panelWidth(width) && product.rows <= Self.rowsWorthPacking
  }

  @_alwaysEmitIntoClient @inline(__always) var transposesInTiles: Bool {
    BlockedProduct<Tile>.transposesInTiles(product)
  }

  /// Packs B, but for panels that are read where they are.
  @_alwaysEmitIntoClient @inline(__always) func packB() {
    if transposesInTiles { return }
    let stride = product.strideB
    var column = 0
    while column < step.columns {
      let count = lesser(Tile.columns, step.columns &- column)
      let width = PanelSweep<Tile>.panelWidth(count)
      let target = panelsB + column &* step.depth
      if product.transposesB {
        let place = b + column &* stride
        Packing<Tile>.interleave(
          place, stride: stride, count: count, readable: count, depth: step.depth, width: width, into: target)
      } else if !readsInPlace(width: count) {
        Packing<Tile>.copy(
          b + column, stride: stride, count: count, readable: count, depth: step.depth, width: width, into: target)
      }
      column &+= Tile.columns
    }
  }

  /// Packs the panel of A that starts at a row.
  @_alwaysEmitIntoClient @inline(__always) func packA(
    _ place: UnsafePointer<Element>, row: Int, rows: Int, into panel: UnsafeMutablePointer<Element>
  ) {
    let stride = product.strideA
    if product.transposesA {
      Packing<Tile>.copy(
        place, stride: stride, count: rows, readable: product.rows &- row, depth: step.depth, width: rows,
        into: panel)
    } else {
      Packing<Tile>.interleave(
        place, stride: stride, count: rows, readable: product.rows &- row, depth: step.depth, width: rows, into: panel)
    }
  }

  /// Runs all tiles: each panel of A, packed here or by the block before, stays in a near cache while B streams by.
  ///
  /// `old` is what β multiplies: C from the block's first column on, or a row.
  @_alwaysEmitIntoClient @inline(__always)
  func multiply(
    _ a: UnsafePointer<Element>, old: UnsafePointer<Element>, oldStrides: (row: Int, column: Int),
    into c: UnsafeMutablePointer<Element>, _ scratch: ProductScratch<Tile>
  ) {
    let readsA = product.columns <= Self.columnsWorthPacking && !transposesInTiles
    let tileRows = BlockedProduct<Tile>.tileRows(product.rows)
    var row = 0
    while row < product.rows {
      let rows = lesser(tileRows, product.rows &- row)
      let placeA = a + (product.transposesA ? step.k &* product.strideA &+ row : row &* product.strideA &+ step.k)
      let sweep = PanelSweep<Tile>(
        c: c + row &* product.strideC, stride: product.strideC, columns: step.columns,
        old: old + row &* oldStrides.row, oldStrides: oldStrides, scratch: scratch)
      var source = TileSource<Tile>(
        start: placeA, stride: product.transposesA ? 1 : product.strideA,
        step: product.transposesA ? product.strideA : 1)
      if !readsA {
        var panel = scratch.panelA
        if let keptA { panel = keptA + row &* step.depth }
        if keptA == nil || step.column == 0 { packA(placeA, row: row, rows: rows, into: panel) }
        source = TileSource<Tile>(start: UnsafePointer(panel), stride: 1, step: rows, isPacked: true)
      }
      sweep.run(source, rows: rows, depth: step.depth) { column, width in
        let panelWidth = PanelSweep<Tile>.panelWidth(width)
        if transposesInTiles {
          let columns = StoredColumns(start: b + column &* product.strideB, stride: product.strideB, count: width)
          return (UnsafePointer(scratch.rowsB), panelWidth, columns)
        }
        if readsInPlace(width: width) { return (b + column, product.strideB, nil) }
        return (UnsafePointer(panelsB + column &* step.depth), panelWidth, nil)
      }
      row &+= rows
    }
  }
}
