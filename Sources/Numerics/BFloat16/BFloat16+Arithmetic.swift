extension BFloat16 {
  /// The sum, correctly rounded.
  @inlinable @inline(__always) public static func + (left: Self, right: Self) -> Self {
    Self(Float(left) + Float(right))
  }
  /// The difference, correctly rounded.
  @inlinable @inline(__always) public static func - (left: Self, right: Self) -> Self {
    Self(Float(left) - Float(right))
  }
  /// The product, correctly rounded.
  @inlinable @inline(__always) public static func * (left: Self, right: Self) -> Self {
    Self(Float(left) * Float(right))
  }
  /// The quotient, correctly rounded.
  @inlinable @inline(__always) public static func / (left: Self, right: Self) -> Self {
    Self(Float(left) / Float(right))
  }
  /// Adds the right operand.
  @inlinable @inline(__always) public static func += (left: inout Self, right: Self) { left = left + right }
  /// Subtracts the right operand.
  @inlinable @inline(__always) public static func -= (left: inout Self, right: Self) { left = left - right }
  /// Multiplies by the right operand.
  @inlinable @inline(__always) public static func *= (left: inout Self, right: Self) { left = left * right }
  /// Divides by the right operand.
  @inlinable @inline(__always) public static func /= (left: inout Self, right: Self) { left = left / right }

  /// The number with its sign bit flipped, a NaN's too.
  @inlinable @inline(__always) public static prefix func - (value: Self) -> Self {
    Self(bitPattern: value.bitPattern ^ 0x8000)
  }
  /// Flips the sign bit.
  @inlinable @inline(__always) public mutating func negate() { bitPattern ^= 0x8000 }
  /// The number with its sign bit cleared.
  @inlinable @inline(__always) public var magnitude: Self { Self(bitPattern: bitPattern & 0x7fff) }

  /// Replaces the number by its square root, correctly rounded.
  @inlinable @inline(__always) public mutating func formSquareRoot() { self = Self(Float(self).squareRoot()) }

  /// Adds left · right, rounding once.
  ///
  /// The product is exact in Double. Its sum with `self` is rounded to odd in Double, by the exact error of the
  /// addition (Knuth's TwoSum), and again to odd in Float, so that only the last rounding decides.
  @inlinable public mutating func addProduct(_ left: Self, _ right: Self) {
    let product = Double(left) * Double(right)
    let addend = Double(self)
    var sum = product + addend
    if sum.isFinite {
      let part = sum - product
      let error = (product - (sum - part)) + (addend - part)
      if error != 0 {
        // The rounded sum overshot if the error points toward zero.
        let overshoots = (error < 0) != (sum < 0)
        sum = Double(bitPattern: (sum.bitPattern &- (overshoots ? 1 : 0)) | 1)
      }
    }
    self = Self(sum)
  }

  /// Replaces the number by its IEEE 754 remainder, x − y·n with n the integer nearest to x/y; exact.
  @inlinable public mutating func formRemainder(dividingBy other: Self) {
    self = Self(Float(self).remainder(dividingBy: Float(other)))
  }

  /// Replaces the number by the remainder that has its sign, x − y·n with n = x/y truncated; exact.
  @inlinable public mutating func formTruncatingRemainder(dividingBy other: Self) {
    self = Self(Float(self).truncatingRemainder(dividingBy: Float(other)))
  }

  /// Rounds to an integer by the rule; exact, since every integer in between has a BFloat16.
  @inlinable public mutating func round(_ rule: FloatingPointRoundingRule) {
    self = Self(Float(self).rounded(rule))
  }
}
