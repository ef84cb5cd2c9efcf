/// Scratch memory of one thread for a matrix product, one part after the other in a workspace.
@usableFromInline struct ProductScratch<Tile: MatrixTile> {
  /// α, β and floor of the block at hand.
  @usableFromInline let factors: UnsafeMutablePointer<Tile.Element>
  /// A row of zeros as wide as a tile.
  @usableFromInline let zeros: UnsafeMutablePointer<Tile.Element>
  /// A tile that reaches over C's edge.
  @usableFromInline let edge: UnsafeMutablePointer<Tile.Element>
  /// A cache line's worth of a tile's columns of B, transposed.
  @usableFromInline let rowsB: UnsafeMutablePointer<Tile.Element>
  /// A packed panel of A.
  @usableFromInline let panelA: UnsafeMutablePointer<Tile.Element>

  // A whole number of cache lines.
  @_alwaysEmitIntoClient @inline(__always) static var factorCount: Int { 16 }

  /// Elements of the workspace.
  @_alwaysEmitIntoClient @inline(__always) static var count: Int {
    factorCount &+ (1 &+ Tile.rows &+ Tile.elementsInLine) &* Tile.columns &+ Packing<Tile>.slack
      &+ BlockedProduct<Tile>.depthBlock &* Tile.rows
  }

  /// The parts of a workspace, the zeros written.
  @_alwaysEmitIntoClient @inline(__always) init(_ workspace: UnsafeMutableRawPointer) {
    factors = workspace.assumingMemoryBound(to: Tile.Element.self)
    zeros = factors + Self.factorCount
    edge = zeros + Tile.columns
    rowsB = edge + Tile.rows &* Tile.columns
    panelA = rowsB + Tile.elementsInLine &* Tile.columns
    var i = 0
    while i < Tile.columns {
      zeros[i] = 0
      i &+= 1
    }
  }
}
