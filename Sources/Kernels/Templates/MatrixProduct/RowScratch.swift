/// Scratch memory of one thread for the product of a row and a matrix.
@usableFromInline struct RowScratch<Tile: MatrixTile> {
  @usableFromInline typealias Element = Tile.Element
  /// α, β and floor of the block at hand.
  @usableFromInline let scales: UnsafeMutablePointer<Element>
  /// A vector of the one value that β multiplies, where it is one.
  @usableFromInline let old: UnsafeMutablePointer<Element>
  /// The last columns, where they fill no vector: a whole vector of sums that ends with them.
  @usableFromInline let last: UnsafeMutablePointer<Element>
  /// A block of the vector's elements, where they are apart.
  @usableFromInline let gathered: UnsafeMutablePointer<Element>
  /// The columns' sums.
  @usableFromInline let sums: UnsafeMutablePointer<Element>

  // Elements of the longest vector, and a whole number of cache lines.
  @_alwaysEmitIntoClient @inline(__always) static var longest: Int { 16 }

  /// Elements of the workspace.
  @_alwaysEmitIntoClient @inline(__always) static var count: Int {
    3 &* longest &+ BlockedProduct<Tile>.depthBlock &+ RowKernel<Tile>.widest
  }

  /// The parts of a workspace.
  @_alwaysEmitIntoClient @inline(__always) init(_ workspace: UnsafeMutableRawPointer) {
    scales = workspace.assumingMemoryBound(to: Element.self)
    old = scales + Self.longest
    last = old + Self.longest
    gathered = last + Self.longest
    sums = gathered + BlockedProduct<Tile>.depthBlock
  }

  /// A block of the vector, its elements next to one another.
  @_alwaysEmitIntoClient @inline(__always)
  func factors(_ source: UnsafePointer<Element>, stride: Int, count: Int) -> UnsafePointer<Element> {
    if stride == 1 { return source }
    var k = 0
    while k < count {
      gathered[k] = source[k &* stride]
      k &+= 1
    }
    return UnsafePointer(gathered)
  }

  /// Sets sums to zero.
  @_alwaysEmitIntoClient @inline(__always) func clearSums(_ width: Int) {
    let zero = SIMD16<Element>(repeating: 0)
    UnsafeMutableRawPointer(last).storeBytes(of: zero, as: SIMD16<Element>.self)
    var column = 0
    // The longest width is a multiple of sixteen.
    while column < width {
      UnsafeMutableRawPointer(sums + column).storeBytes(of: zero, as: SIMD16<Element>.self)
      column &+= 16
    }
  }

  /// Takes the last columns' sums from the vector that ends with them.
  @_alwaysEmitIntoClient @inline(__always) func takeLast(_ rest: Int, of lanes: Int, width: Int) {
    var i = rest
    while i > 0 {
      sums[width &- i] = last[lanes &- i]
      i &-= 1
    }
  }
}
