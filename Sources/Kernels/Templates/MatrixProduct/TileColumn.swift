/// A column of A, as a tile's rows take their elements from it.
public protocol TileColumn {
  /// The type of one element.
  associatedtype Element
  /// The first element.
  var first: Element { get }
  /// The column without so many elements at its beginning.
  func dropping(_ rows: Int) -> Self
}

/// A column whose elements are at equal distances.
@frozen public struct StridedColumn<Element>: TileColumn {
  @usableFromInline let start: UnsafePointer<Element>
  @usableFromInline let stride: Int

  @_alwaysEmitIntoClient @inline(__always) init(_ start: UnsafePointer<Element>, stride: Int) {
    self.start = start
    self.stride = stride
  }

  @_alwaysEmitIntoClient @inline(__always) public var first: Element { start[0] }
  @_alwaysEmitIntoClient @inline(__always) public func dropping(_ rows: Int) -> Self {
    Self(start + rows &* stride, stride: stride)
  }
}

/// The same, of which the distance of every third element is given too.
///
/// From one distance alone the compiler finds each address by adding to the last, a chain that takes as long as the multiply-adds
/// of a tile of two vectors, and twice as long as those of one; it does not know how the two distances are related.
@frozen public struct SpreadColumn<Element>: TileColumn {
  @usableFromInline var start: UnsafePointer<Element>
  @usableFromInline let stride: Int
  @usableFromInline let tripleStride: Int
  @usableFromInline var row = 0

  @_alwaysEmitIntoClient @inline(__always)
  init<Tile: MatrixTile>(_ source: TileSource<Tile>) where Tile.Element == Element {
    start = source.start
    stride = source.stride
    tripleStride = source.tripleStride
  }

  @_alwaysEmitIntoClient @inline(__always) public var first: Element {
    start[row / 3 &* tripleStride &+ row % 3 &* stride]
  }

  @_alwaysEmitIntoClient @inline(__always) public func dropping(_ rows: Int) -> Self {
    var result = self
    result.row &+= rows
    return result
  }

  /// Goes to the column that is so many elements further.
  @_alwaysEmitIntoClient @inline(__always) mutating func advance(by step: Int) { start += step }
}
