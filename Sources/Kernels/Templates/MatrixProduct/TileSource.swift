/// Where a tile reads its rows of A, as they are stored or packed.
@frozen public struct TileSource<Tile: MatrixTile> {
  /// The first element.
  @usableFromInline let start: UnsafePointer<Tile.Element>
  /// Elements from row to row.
  @usableFromInline let stride: Int
  /// Elements from row to third row, for `SpreadColumn`.
  @usableFromInline let tripleStride: Int
  /// Elements from column to column.
  @usableFromInline let step: Int
  /// Whether this is a packed panel: a tile's width of elements can be read at each of its columns, past the end of the last.
  @usableFromInline let isPacked: Bool

  @_alwaysEmitIntoClient @inline(__always)
  init(start: UnsafePointer<Tile.Element>, stride: Int, step: Int, isPacked: Bool = false) {
    self.start = start
    self.stride = stride
    tripleStride = 3 &* stride
    self.step = step
    self.isPacked = isPacked
  }
}
