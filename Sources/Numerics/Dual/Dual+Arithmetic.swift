extension Dual {
  /// (a + b)′ = a′ + b′
  @inlinable @inline(__always) public static func + (left: Self, right: Self) -> Self {
    Self(left.primal + right.primal, tangent: left.tangent + right.tangent)
  }
  /// (a − b)′ = a′ − b′
  @inlinable @inline(__always) public static func - (left: Self, right: Self) -> Self {
    Self(left.primal - right.primal, tangent: left.tangent - right.tangent)
  }
  /// (a b)′ = a′ b + a b′
  @inlinable @inline(__always) public static func * (left: Self, right: Self) -> Self {
    Self(left.primal * right.primal, tangent: left.tangent * right.primal + left.primal * right.tangent)
  }
  /// (a/b)′ = (a′ − (a/b) b′)/b
  @inlinable @inline(__always) public static func / (left: Self, right: Self) -> Self {
    let quotient = left.primal / right.primal
    return Self(quotient, tangent: (left.tangent - quotient * right.tangent) / right.primal)
  }
  /// Adds the right operand.
  @inlinable @inline(__always) public static func += (left: inout Self, right: Self) { left = left + right }
  /// Subtracts the right operand.
  @inlinable @inline(__always) public static func -= (left: inout Self, right: Self) { left = left - right }
  /// Multiplies by the right operand.
  @inlinable @inline(__always) public static func *= (left: inout Self, right: Self) { left = left * right }
  /// Divides by the right operand.
  @inlinable @inline(__always) public static func /= (left: inout Self, right: Self) { left = left / right }

  /// (−a)′ = −a′
  @inlinable @inline(__always) public static prefix func - (value: Self) -> Self {
    Self(-value.primal, tangent: -value.tangent)
  }
  /// Negates primal and tangent.
  @inlinable @inline(__always) public mutating func negate() { self = -self }
  /// The number, negated if the primal's sign bit is set.
  @inlinable @inline(__always) public var magnitude: Self { primal.sign == .minus ? -self : self }

  /// (√a)′ = a′/(2√a); a zero tangent stays zero at a = 0.
  @inlinable @inline(__always) public mutating func formSquareRoot() {
    let root = primal.squareRoot()
    tangent = root == 0 && tangent == 0 ? 0 : tangent / (root + root)
    primal = root
  }

  /// Adds left · right; the primal is rounded once, as in `Base`.
  @inlinable @inline(__always) public mutating func addProduct(_ left: Self, _ right: Self) {
    tangent += left.tangent * right.primal + left.primal * right.tangent
    primal.addProduct(left.primal, right.primal)
  }

  /// Replaces a by its IEEE 754 remainder r = a − b·n, with r′ = a′ − n b′.
  @inlinable public mutating func formRemainder(dividingBy other: Self) {
    let remainder = primal.remainder(dividingBy: other.primal)
    subtractMultiple(of: other, leaving: remainder)
  }

  /// Replaces a by the remainder r = a − b·n that has its sign, with r′ = a′ − n b′.
  @inlinable public mutating func formTruncatingRemainder(dividingBy other: Self) {
    let remainder = primal.truncatingRemainder(dividingBy: other.primal)
    subtractMultiple(of: other, leaving: remainder)
  }

  /// The common part of both remainders: `remainder` already is the primal's.
  @inlinable mutating func subtractMultiple(of other: Self, leaving remainder: Base) {
    // n is a constant, also when Base is dual itself: rounding clears its tangent. An infinite b has n = 0.
    let multiple = other.primal.isInfinite ? 0 : ((primal - remainder) / other.primal).rounded()
    tangent -= multiple * other.tangent
    primal = remainder
  }

  /// Rounds to an integer by the rule; the tangent becomes 0.
  @inlinable public mutating func round(_ rule: FloatingPointRoundingRule) {
    self = Self(constant: primal.rounded(rule))
  }
}
