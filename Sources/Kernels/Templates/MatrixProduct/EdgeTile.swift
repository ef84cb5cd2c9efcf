/// A tile that reaches over C's edge. It is computed whole, in scratch memory, on copies of what C has of it.
@usableFromInline struct EdgeTile<Tile: MatrixTile> {
  @usableFromInline typealias Element = Tile.Element

  /// The part of the tile that C has.
  @usableFromInline let part: TileTarget<Tile>
  @usableFromInline let rows: Int
  @usableFromInline let columns: Int
  /// A whole tile.
  @usableFromInline let memory: UnsafeMutablePointer<Element>

  @_alwaysEmitIntoClient @inline(__always)
  init(_ part: TileTarget<Tile>, rows: Int, columns: Int, _ scratch: ProductScratch<Tile>) {
    self.part = part
    self.rows = rows
    self.columns = columns
    memory = scratch.edge
  }

  /// Where the sums go.
  @_alwaysEmitIntoClient @inline(__always) func begin() -> TileTarget<Tile> {
    copy(part.old, stride: part.oldStride, to: memory, stride: Tile.columns)
    return TileTarget<Tile>(
      c: memory, stride: Tile.columns, old: UnsafePointer(memory), oldStride: Tile.columns, factors: part.factors)
  }

  /// Hands C its part.
  @_alwaysEmitIntoClient @inline(__always) func finish() {
    copy(UnsafePointer(memory), stride: Tile.columns, to: part.c, stride: part.stride)
  }

  @_alwaysEmitIntoClient @inline(__always)
  func copy(_ source: UnsafePointer<Element>, stride: Int, to target: UnsafeMutablePointer<Element>, stride step: Int) {
    var row = 0
    while row < rows {
      copyRow(UnsafeRawPointer(source + row &* stride), to: UnsafeMutableRawPointer(target + row &* step))
      row &+= 1
    }
  }

  // Element by element it takes longer than the tile.
  @_alwaysEmitIntoClient @inline(__always)
  func copyRow(_ source: UnsafeRawPointer, to target: UnsafeMutableRawPointer) {
    typealias Vector = SIMD4<UInt64>
    let bytes = columns &* MemoryLayout<Element>.stride
    var done = 0
    while done &+ 32 <= bytes {
      target.storeBytes(
        of: source.loadUnaligned(fromByteOffset: done, as: Vector.self), toByteOffset: done, as: Vector.self)
      done &+= 32
    }
    while done &+ 8 <= bytes {
      target.storeBytes(
        of: source.loadUnaligned(fromByteOffset: done, as: UInt64.self), toByteOffset: done, as: UInt64.self)
      done &+= 8
    }
    if done < bytes {
      target.storeBytes(
        of: source.loadUnaligned(fromByteOffset: done, as: UInt32.self), toByteOffset: done, as: UInt32.self)
    }
  }
}
