/// One scalar as a `Lane`: how an elementwise rule runs on numbers that no SIMD register holds, dual numbers among them.
@frozen public struct ScalarLane<Base: Scalar>: Lane {
  /// The number.
  public var value: Base

  /// A lane that holds `value`.
  @inlinable @inline(__always) public init(value: Base) { self.value = value }
  @inlinable @inline(__always) public init(_ value: Double) { self.value = Base(value) }
  @inlinable @inline(__always) public static func + (left: Self, right: Self) -> Self {
    Self(value: left.value + right.value)
  }
  @inlinable @inline(__always) public static func - (left: Self, right: Self) -> Self {
    Self(value: left.value - right.value)
  }
  @inlinable @inline(__always) public static func * (left: Self, right: Self) -> Self {
    Self(value: left.value * right.value)
  }
  @inlinable @inline(__always) public static func / (left: Self, right: Self) -> Self {
    Self(value: left.value / right.value)
  }
  @inlinable @inline(__always) public static prefix func - (value: Self) -> Self { Self(value: -value.value) }
  @inlinable @inline(__always) public static func .< (left: Self, right: Self) -> Bool { left.value < right.value }
  @inlinable @inline(__always) public func squareRoot() -> Self { Self(value: value.squareRoot()) }
  @inlinable @inline(__always) public func magnitudeRoot() -> Self { Self(value: value.magnitude.squareRoot()) }
  @inlinable @inline(__always) public var withoutSubnormals: Self {
    value.isSubnormal ? Self(value: Base(signOf: value, magnitudeOf: 0)) : self
  }
  @inlinable @inline(__always) public func replacing(with other: Self, where mask: Bool) -> Self {
    mask ? other : self
  }
}
