extension Dual: FloatingPoint {
  /// The exponent type of the base.
  public typealias Exponent = Base.Exponent
  /// The type of a magnitude.
  public typealias Magnitude = Dual
  /// The type of a distance.
  public typealias Stride = Dual

  /// The base's radix, 2.
  @inlinable public static var radix: Int { Base.radix }
  /// The base's quiet NaN, a constant.
  @inlinable public static var nan: Self { Self(constant: .nan) }
  /// The base's signaling NaN, a constant.
  @inlinable public static var signalingNaN: Self { Self(constant: .signalingNaN) }
  /// Positive infinity, a constant.
  @inlinable public static var infinity: Self { Self(constant: .infinity) }
  /// The base's greatest finite number, a constant.
  @inlinable public static var greatestFiniteMagnitude: Self { Self(constant: .greatestFiniteMagnitude) }
  /// π as the base rounds it, a constant.
  @inlinable public static var pi: Self { Self(constant: .pi) }
  /// The base's unit in the last place of 1, a constant.
  @inlinable public static var ulpOfOne: Self { Self(constant: .ulpOfOne) }
  /// The base's least positive normal number, a constant.
  @inlinable public static var leastNormalMagnitude: Self { Self(constant: .leastNormalMagnitude) }
  /// The base's least positive number, a constant.
  @inlinable public static var leastNonzeroMagnitude: Self { Self(constant: .leastNonzeroMagnitude) }

  /// The primal's unit in the last place; tangent 0.
  @inlinable public var ulp: Self { Self(constant: primal.ulp) }
  /// The primal's sign bit.
  @inlinable public var sign: FloatingPointSign { primal.sign }
  /// The primal's exponent.
  @inlinable public var exponent: Base.Exponent { primal.exponent }

  /// |a| · 2^−exponent, its tangent scaled likewise; the tangent is 0 unless a is finite and nonzero.
  @inlinable public var significand: Self {
    guard primal.isFinite && !primal.isZero else { return Self(constant: primal.significand) }
    return Self(
      primal.significand, tangent: Base(sign: primal.sign, exponent: 0 - primal.exponent, significand: tangent))
  }

  /// ±significand · 2^exponent, value and tangent.
  @inlinable public init(sign: FloatingPointSign, exponent: Base.Exponent, significand: Self) {
    primal = Base(sign: sign, exponent: exponent, significand: significand.primal)
    tangent = Base(sign: sign, exponent: exponent, significand: significand.tangent)
  }

  /// One number, negated together with its tangent if the other's sign bit differs.
  @inlinable public init(signOf sign: Self, magnitudeOf magnitude: Self) {
    self = sign.sign == magnitude.sign ? magnitude : -magnitude
  }

  /// The least primal greater than this one, with the same tangent.
  @inlinable public var nextUp: Self { Self(primal.nextUp, tangent: tangent) }

  /// Whether the primals are equal.
  @inlinable @inline(__always) public static func == (left: Self, right: Self) -> Bool { left.primal == right.primal }
  /// Whether the left primal is less.
  @inlinable @inline(__always) public static func < (left: Self, right: Self) -> Bool { left.primal < right.primal }
  /// Whether the left primal is less or equal.
  @inlinable @inline(__always) public static func <= (left: Self, right: Self) -> Bool { left.primal <= right.primal }
  /// Whether the primals are equal.
  @inlinable public func isEqual(to other: Self) -> Bool { primal == other.primal }
  /// Whether this primal is less.
  @inlinable public func isLess(than other: Self) -> Bool { primal < other.primal }
  /// Whether this primal is less or equal.
  @inlinable public func isLessThanOrEqualTo(_ other: Self) -> Bool { primal <= other.primal }
  /// Whether the primal does not follow the other one in IEEE 754's total order.
  @inlinable public func isTotallyOrdered(belowOrEqualTo other: Self) -> Bool {
    primal.isTotallyOrdered(belowOrEqualTo: other.primal)
  }
  /// Hashes the primal.
  @inlinable public func hash(into hasher: inout Hasher) { primal.hash(into: &hasher) }

  /// Whether the primal is normal.
  @inlinable public var isNormal: Bool { primal.isNormal }
  /// Whether the primal is finite.
  @inlinable public var isFinite: Bool { primal.isFinite }
  /// Whether the primal is zero.
  @inlinable public var isZero: Bool { primal.isZero }
  /// Whether the primal is subnormal.
  @inlinable public var isSubnormal: Bool { primal.isSubnormal }
  /// Whether the primal is infinite.
  @inlinable public var isInfinite: Bool { primal.isInfinite }
  /// Whether the primal is not a number.
  @inlinable public var isNaN: Bool { primal.isNaN }
  /// Whether the primal is a signaling NaN.
  @inlinable public var isSignalingNaN: Bool { primal.isSignalingNaN }
  /// Whether the primal is canonical.
  @inlinable public var isCanonical: Bool { primal.isCanonical }

  /// The sum with `amount`, tangents added.
  @inlinable public func advanced(by amount: Self) -> Self { self + amount }
  /// The difference from this number to the other, tangents subtracted.
  @inlinable public func distance(to other: Self) -> Self { other - self }
}
