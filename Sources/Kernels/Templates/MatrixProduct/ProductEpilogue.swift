/// What a matrix product does with its sums beyond scaling them, while they are still in registers.
@frozen public struct ProductEpilogue<Element> {
  /// A row that is added to every row of the product in place of β C.
  public var bias: UnsafePointer<Element>?
  /// Whether negative results become 0, as by a rectified linear unit; NaN stays.
  public var rectifies: Bool

  /// An epilogue; nothing unless told.
  @_alwaysEmitIntoClient @inline(__always)
  public init(bias: UnsafePointer<Element>? = nil, rectifies: Bool = false) {
    self.bias = bias
    self.rectifies = rectifies
  }

  /// The same for the columns from a place on.
  @_alwaysEmitIntoClient @inline(__always)
  public func at(column: Int) -> Self { Self(bias: bias.map { $0 + column }, rectifies: rectifies) }
}
