extension BFloat16: FloatingPoint {
  /// The type of an exponent.
  public typealias Exponent = Int
  /// The type of a magnitude.
  public typealias Magnitude = BFloat16
  /// The type of a distance.
  public typealias Stride = BFloat16

  /// 2, the base of the format.
  @inlinable public static var radix: Int { 2 }
  /// A quiet NaN.
  @inlinable public static var nan: Self { Self(bitPattern: 0x7fc0) }
  /// A signaling NaN.
  @inlinable public static var signalingNaN: Self { Self(bitPattern: 0x7fa0) }
  /// Positive infinity.
  @inlinable public static var infinity: Self { Self(bitPattern: 0x7f80) }
  /// (2 − 2⁻⁷)·2¹²⁷, about 3.39e38.
  @inlinable public static var greatestFiniteMagnitude: Self { Self(bitPattern: 0x7f7f) }
  /// π rounded toward zero, 3.140625.
  @inlinable public static var pi: Self { Self(bitPattern: 0x4049) }
  /// 2⁻⁷, the distance from 1 to the next larger number.
  @inlinable public static var ulpOfOne: Self { Self(bitPattern: 0x3c00) }
  /// 2⁻¹²⁶
  @inlinable public static var leastNormalMagnitude: Self { Self(bitPattern: 0x0080) }
  /// 2⁻¹³³
  @inlinable public static var leastNonzeroMagnitude: Self { Self(bitPattern: 0x0001) }

  /// The unit in the last place: the distance to the next number away from zero within the binade; NaN if not finite.
  @inlinable public var ulp: Self {
    guard isFinite else { return .nan }
    let exponent = (bitPattern &>> 7) & 0xff
    if exponent > 7 { return Self(bitPattern: (exponent &- 7) &<< 7) }
    return Self(bitPattern: 1 &<< (exponent > 1 ? exponent &- 1 : 0))
  }

  /// The sign bit.
  @inlinable public var sign: FloatingPointSign { bitPattern < 0x8000 ? .plus : .minus }
  /// ⌊log₂ |x|⌋; `Int.min` for zero, `Int.max` for infinity and NaN.
  @inlinable public var exponent: Int { Float(self).exponent }
  /// |x| · 2^−exponent, in 1..<2 for finite nonzero numbers.
  @inlinable public var significand: Self { Self(Float(self).significand) }

  /// ±significand · 2^exponent, rounded once.
  @inlinable public init(sign: FloatingPointSign, exponent: Int, significand: Self) {
    // Double holds every result that matters exactly; what it rounds lies far below the least or above the greatest.
    self.init(Double(sign: sign, exponent: exponent, significand: Double(significand)))
  }

  /// The magnitude of one number with the sign of another.
  @inlinable public init(signOf sign: Self, magnitudeOf magnitude: Self) {
    bitPattern = (sign.bitPattern & 0x8000) | (magnitude.bitPattern & 0x7fff)
  }

  /// The least number greater than this one; NaN and positive infinity stay.
  @inlinable public var nextUp: Self {
    if isNaN { return Self(bitPattern: bitPattern | 0x0040) }
    if bitPattern == 0x7f80 { return self }
    if isZero { return .leastNonzeroMagnitude }
    return Self(bitPattern: bitPattern < 0x8000 ? bitPattern &+ 1 : bitPattern &- 1)
  }

  /// Whether the numbers are equal; zeros are, NaNs never.
  @inlinable @inline(__always) public static func == (left: Self, right: Self) -> Bool { Float(left) == Float(right) }
  /// Whether left is less than right.
  @inlinable @inline(__always) public static func < (left: Self, right: Self) -> Bool { Float(left) < Float(right) }
  /// Whether left is less than right or equal.
  @inlinable @inline(__always) public static func <= (left: Self, right: Self) -> Bool { Float(left) <= Float(right) }
  /// Whether the numbers are equal; zeros are, NaNs never.
  @inlinable public func isEqual(to other: Self) -> Bool { self == other }
  /// Whether this number is less than the other.
  @inlinable public func isLess(than other: Self) -> Bool { self < other }
  /// Whether this number is less than the other or equal.
  @inlinable public func isLessThanOrEqualTo(_ other: Self) -> Bool { self <= other }
  /// Hashes the value, so that the zeros hash alike.
  @inlinable public func hash(into hasher: inout Hasher) { hasher.combine(Float(self)) }

  /// Whether the exponent is neither the least nor the greatest.
  @inlinable public var isNormal: Bool { isFinite && bitPattern & 0x7f80 != 0 }
  /// Whether the number is neither infinite nor NaN.
  @inlinable @inline(__always) public var isFinite: Bool { bitPattern & 0x7f80 != 0x7f80 }
  /// Whether the number is zero of either sign.
  @inlinable @inline(__always) public var isZero: Bool { bitPattern & 0x7fff == 0 }
  /// Whether the number is nonzero and lies below the least normal magnitude.
  @inlinable public var isSubnormal: Bool { bitPattern & 0x7f80 == 0 && !isZero }
  /// Whether the number is an infinity.
  @inlinable public var isInfinite: Bool { bitPattern & 0x7fff == 0x7f80 }
  /// Whether this is not a number.
  @inlinable @inline(__always) public var isNaN: Bool { bitPattern & 0x7fff > 0x7f80 }
  /// Whether this is a signaling NaN.
  @inlinable public var isSignalingNaN: Bool { isNaN && bitPattern & 0x0040 == 0 }
  /// Always true: every encoding is canonical.
  @inlinable public var isCanonical: Bool { true }

  /// The sum with `amount`.
  @inlinable public func advanced(by amount: Self) -> Self { self + amount }
  /// The difference from this number to the other.
  @inlinable public func distance(to other: Self) -> Self { other - self }
}
