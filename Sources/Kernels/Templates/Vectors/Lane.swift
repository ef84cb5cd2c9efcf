/// What one element, or one register of elements, can do: the arithmetic that an elementwise rule is written in.
///
/// A rule written over a `Lane` runs on whole SIMD registers (`SIMD16<Float>`, `SIMD8<Double>`) and on single scalars of
/// any type by the same code. Every operation here is correctly rounded by IEEE 754, so the two give the same bits, on
/// every machine; that is why there is no fused multiply-add.
public protocol Lane: Sendable {
  /// The result of a comparison, element by element.
  associatedtype Mask
  /// The same value, rounded to the lane's precision, in every element.
  init(_ value: Double)
  /// Element by element, the sum.
  static func + (left: Self, right: Self) -> Self
  /// Element by element, the difference.
  static func - (left: Self, right: Self) -> Self
  /// Element by element, the product.
  static func * (left: Self, right: Self) -> Self
  /// Element by element, the quotient.
  static func / (left: Self, right: Self) -> Self
  /// Element by element, the value with the other sign.
  static prefix func - (value: Self) -> Self
  /// Element by element, whether `left` is less than `right`; false where either is NaN.
  static func .< (left: Self, right: Self) -> Mask
  /// Element by element, the correctly rounded square root.
  func squareRoot() -> Self
  /// Element by element, the correctly rounded square root of the absolute value: where nothing can be negative, as in a
  /// mean of squares, the same as `squareRoot()` and faster.
  func magnitudeRoot() -> Self
  /// Zeros of the same sign in place of subnormal elements, arithmetic on which takes a processor a hundred times as long.
  var withoutSubnormals: Self { get }
  /// A copy with the elements of `other` wherever `mask` is true.
  func replacing(with other: Self, where mask: Mask) -> Self
}

extension Lane {
  /// Adds in place.
  @_alwaysEmitIntoClient @inline(__always) public static func += (left: inout Self, right: Self) { left = left + right }
  /// Subtracts in place.
  @_alwaysEmitIntoClient @inline(__always) public static func -= (left: inout Self, right: Self) { left = left - right }
  /// Multiplies in place.
  @_alwaysEmitIntoClient @inline(__always) public static func *= (left: inout Self, right: Self) { left = left * right }
  /// Divides in place.
  @_alwaysEmitIntoClient @inline(__always) public static func /= (left: inout Self, right: Self) { left = left / right }

  /// Adds the same number to every element.
  @_alwaysEmitIntoClient @inline(__always) public static func + (left: Self, right: Double) -> Self {
    left + Self(right)
  }
  /// Adds the same number to every element.
  @_alwaysEmitIntoClient @inline(__always) public static func + (left: Double, right: Self) -> Self {
    Self(left) + right
  }
  /// Subtracts the same number from every element.
  @_alwaysEmitIntoClient @inline(__always) public static func - (left: Self, right: Double) -> Self {
    left - Self(right)
  }
  /// Subtracts every element from the same number.
  @_alwaysEmitIntoClient @inline(__always) public static func - (left: Double, right: Self) -> Self {
    Self(left) - right
  }
  /// Multiplies every element by the same number.
  @_alwaysEmitIntoClient @inline(__always) public static func * (left: Double, right: Self) -> Self {
    Self(left) * right
  }
  /// Multiplies every element by the same number.
  @_alwaysEmitIntoClient @inline(__always) public static func * (left: Self, right: Double) -> Self {
    left * Self(right)
  }
  /// Divides every element by the same number.
  @_alwaysEmitIntoClient @inline(__always) public static func / (left: Self, right: Double) -> Self {
    left / Self(right)
  }
  /// Divides the same number by every element.
  @_alwaysEmitIntoClient @inline(__always) public static func / (left: Double, right: Self) -> Self {
    Self(left) / right
  }

  /// Element by element, the absolute value; of a zero of either sign, a zero of that sign or positive zero.
  @_alwaysEmitIntoClient @inline(__always) public var absolute: Self { replacing(with: -self, where: self .< Self(0)) }
  /// By default the root of `absolute`.
  @_alwaysEmitIntoClient @inline(__always) public func magnitudeRoot() -> Self { absolute.squareRoot() }
  /// Element by element, the larger of two; `left` where they compare equal or either is NaN.
  @_alwaysEmitIntoClient @inline(__always) public static func maximum(_ left: Self, _ right: Self) -> Self {
    left.replacing(with: right, where: left .< right)
  }
  /// Element by element, the smaller of two; `left` where they compare equal or either is NaN.
  @_alwaysEmitIntoClient @inline(__always) public static func minimum(_ left: Self, _ right: Self) -> Self {
    left.replacing(with: right, where: right .< left)
  }
  /// Element by element, -1, 0 or 1 as the value is negative, zero (or NaN) or positive.
  @_alwaysEmitIntoClient @inline(__always) public var sign: Self {
    let zero = Self(0)
    return zero.replacing(with: Self(1), where: zero .< self).replacing(with: Self(-1), where: self .< zero)
  }
}
