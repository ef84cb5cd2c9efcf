/// Where a tile's sums go, and how they combine with what is there.
///
/// c ← max(α sum + β old, floor), where `old` is C itself; or, at the first depth block, a row that stands for all rows:
/// a bias, or zeros where β is 0 and C must not be read. One way for all, without branches: the loops are many.
@frozen public struct TileTarget<Tile: MatrixTile> {
  /// The first element of the tile in C.
  @usableFromInline var c: UnsafeMutablePointer<Tile.Element>
  /// Elements from one row of C to the next.
  @usableFromInline var stride: Int
  /// The first element of what is multiplied by β.
  @usableFromInline var old: UnsafePointer<Tile.Element>
  /// Elements from one of its rows to the next.
  @usableFromInline var oldStride: Int
  // α, β and the floor, in memory: as values they would take vector registers from the sums.
  @usableFromInline var factors: UnsafePointer<Tile.Element>

  @_alwaysEmitIntoClient @inline(__always)
  init(
    c: UnsafeMutablePointer<Tile.Element>, stride: Int, old: UnsafePointer<Tile.Element>, oldStride: Int,
    factors: UnsafePointer<Tile.Element>
  ) {
    self.c = c
    self.stride = stride
    self.old = old
    self.oldStride = oldStride
    self.factors = factors
  }

  /// The factor of the sums.
  @_alwaysEmitIntoClient @inline(__always) var alpha: Tile.Element { factors[0] }
  /// The factor of the old values.
  @_alwaysEmitIntoClient @inline(__always) var beta: Tile.Element { factors[1] }
  /// What no result is below: −∞, or 0 for a rectified product.
  @_alwaysEmitIntoClient @inline(__always) var floor: Tile.Element { factors[2] }

  /// The same place for one of the tile's parts.
  @_alwaysEmitIntoClient @inline(__always) func at(row: Int, column: Int) -> Self {
    Self(
      c: c + (row &* stride &+ column), stride: stride, old: old + (row &* oldStride &+ column), oldStride: oldStride,
      factors: factors)
  }

  /// Takes one vector of sums.
  @_alwaysEmitIntoClient @inline(__always) func finish(_ sums: Tile.Vector) {
    let old = UnsafeRawPointer(old).loadUnaligned(as: Tile.Vector.self)
    let result = Tile.Vector(repeating: alpha) * sums + Tile.Vector(repeating: beta) * old
    let raised = Tile.raise(result, to: Tile.Vector(repeating: floor))
    UnsafeMutableRawPointer(c).storeBytes(of: raised, as: Tile.Vector.self)
  }

  /// Takes one sum, by the same arithmetic.
  @_alwaysEmitIntoClient @inline(__always) func finish(_ sum: Tile.Element) {
    let result = alpha * sum + beta * old[0]
    c[0] = result < floor ? floor : result
  }
}
