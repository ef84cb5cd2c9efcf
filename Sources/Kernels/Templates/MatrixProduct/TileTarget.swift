/// Where a tile's sums go, and how they combine with what is there.
@frozen public struct TileTarget<Tile: MatrixTile> {
  /// The first element of the tile in C.
  @usableFromInline var c: UnsafeMutablePointer<Tile.Element>
  /// Elements from one row of C to the next.
  @usableFromInline var stride: Int
  // α and β, in memory: as values they would take vector registers from the sums.
  @usableFromInline var factors: UnsafePointer<Tile.Element>

  @_alwaysEmitIntoClient @inline(__always)
  init(c: UnsafeMutablePointer<Tile.Element>, stride: Int, factors: UnsafePointer<Tile.Element>) {
    self.c = c
    self.stride = stride
    self.factors = factors
  }

  /// The factor of the sums.
  @_alwaysEmitIntoClient @inline(__always) var alpha: Tile.Element { factors[0] }
  /// The factor of what C holds before the first depth block; later blocks add.
  @_alwaysEmitIntoClient @inline(__always) var beta: Tile.Element { factors[1] }

  /// The same place for one of the tile's parts.
  @_alwaysEmitIntoClient @inline(__always) func at(row: Int, column: Int) -> Self {
    Self(c: c + (row &* stride &+ column), stride: stride, factors: factors)
  }

  /// Takes one row of sums: c ← α sum + β c, where a β of 0 does not read c.
  @_alwaysEmitIntoClient @inline(__always) func finish(row: Int, _ left: Tile.Vector, _ right: Tile.Vector) {
    let place = UnsafeMutableRawPointer(c + row &* stride)
    let next = MemoryLayout<Tile.Vector>.size
    let alpha = Tile.Vector(repeating: alpha)
    if beta == 0 {
      place.storeBytes(of: alpha * left, as: Tile.Vector.self)
      place.storeBytes(of: alpha * right, toByteOffset: next, as: Tile.Vector.self)
    } else {
      let beta = Tile.Vector(repeating: beta)
      let oldLeft = place.loadUnaligned(as: Tile.Vector.self)
      let oldRight = place.loadUnaligned(fromByteOffset: next, as: Tile.Vector.self)
      place.storeBytes(of: alpha * left + beta * oldLeft, as: Tile.Vector.self)
      place.storeBytes(of: alpha * right + beta * oldRight, toByteOffset: next, as: Tile.Vector.self)
    }
  }

  /// Takes the sums of a tile that reaches over C's edge, from a gap-free whole tile, by the same arithmetic.
  @_alwaysEmitIntoClient @inline(__always)
  func finish(partial sums: UnsafePointer<Tile.Element>, rows: Int, columns: Int) {
    var row = 0
    while row < rows {
      let place = c + row &* stride
      let sums = sums + row &* Tile.columns
      var column = 0
      while column < columns {
        let product = alpha * sums[column]
        place[column] = beta == 0 ? product : product + beta * place[column]
        column &+= 1
      }
      row &+= 1
    }
  }
}
