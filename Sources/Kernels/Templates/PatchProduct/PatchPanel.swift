/// A panel of B in a product with patches: some columns of C, for which tiles are computed.
@usableFromInline struct PatchPanel<Tile: MatrixTile> {
  @usableFromInline typealias Element = Tile.Element

  @usableFromInline let product: PatchProduct
  @usableFromInline let image: UnsafePointer<Element>
  @usableFromInline let panel: UnsafePointer<Element>
  /// The first column of C, and the number of columns.
  @usableFromInline let column: Int
  @usableFromInline let width: Int
  @usableFromInline let c: UnsafeMutablePointer<Element>
  /// As many biases as a tile has columns.
  @usableFromInline let biases: UnsafePointer<Element>?
  @usableFromInline let scratch: ProductScratch<Tile>
  /// A tile of C that is still to be turned round.
  @usableFromInline let tile: UnsafeMutablePointer<Element>

  @_alwaysEmitIntoClient @inline(__always)
  init(
    product: PatchProduct, image: UnsafePointer<Element>, panel: UnsafePointer<Element>, column: Int, width: Int,
    c: UnsafeMutablePointer<Element>, biases: UnsafePointer<Element>?, scratch: ProductScratch<Tile>,
    tile: UnsafeMutablePointer<Element>
  ) {
    self.product = product
    self.image = image
    self.panel = panel
    self.column = column
    self.width = width
    self.c = c
    self.biases = biases
    self.scratch = scratch
    self.tile = tile
  }

  /// Computes a tile: some rows of P, their distance given.
  @_alwaysEmitIntoClient @inline(__always) func multiply(row: Int, rows: Int, stride: Int) {
    let place = product.transposesC ? tile : c + (row &* product.strideC &+ column)
    let placeStride = product.transposesC ? Tile.columns : product.strideC
    let tileWidth = PanelSweep<Tile>.panelWidth(width)
    let isWhole = product.transposesC || width == tileWidth
    var k = 0
    while k < product.depth {
      let depth = lesser(BlockedProduct<Tile>.depthBlock, product.depth &- k)
      let isFirst = k == 0 && !product.accumulates
      var target = TileTarget<Tile>(
        c: place, stride: placeStride, old: UnsafePointer(place), oldStride: placeStride, factors: scratch.factors)
      if isFirst {
        target.old = biases ?? UnsafePointer(scratch.zeros)
        target.oldStride = 0
      }
      scratch.factors[1] = isFirst && biases == nil ? 0 : 1
      scratch.factors[2] = product.rectifies && k &+ depth == product.depth ? 0 : -.infinity
      var call = TileCall<Tile>(
        rows: rows, depth: depth, a: TileSource(start: image + product.rowOffsets[row], stride: stride, step: 0),
        b: panel + k &* tileWidth, strideB: tileWidth, target: target)
      call.offsets = product.depthOffsets + k
      call.isNarrow = tileWidth < Tile.columns
      if isWhole {
        Tile.run(call)
      } else {
        EdgeTile(target, rows: rows, columns: width, scratch).run(call)
      }
      k &+= depth
    }
    if product.transposesC {
      Packing<Tile>.transpose(
        tile, stride: Tile.columns, count: rows, depth: width, width: product.strideC,
        into: c + (column &* product.strideC &+ row))
    }
  }
}
