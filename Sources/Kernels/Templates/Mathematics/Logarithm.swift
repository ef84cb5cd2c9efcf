extension KernelVector {
  /// ln x for finite positive elements; anything for the others.
  @_alwaysEmitIntoClient @inline(__always) static func positiveLogarithm(_ x: Self) -> Self {
    let (mantissa, exponent) = x.mantissaAndExponent
    // ln(1 + f) = f − (f²/2 − s (f²/2 + R(s²))) for s = f/(2 + f): the leading term f is exact.
    let f = mantissa - 1.0
    let s = f / (f + 2.0)
    let z = s * s
    let halfSquare = f * f * 0.5
    let tail = z * logarithmTail(z) + halfSquare
    let ln2 = naturalLogarithmOf2
    let correction = halfSquare - s.multiplyAdd(tail, exponent * ln2.low)
    return exponent.multiplyAdd(ln2.high, f - correction)
  }

  /// ln x; −∞ of zeros, NaN below, ∞ of ∞.
  @_alwaysEmitIntoClient @inline(__always) public static func log(_ x: Self) -> Self {
    let zero = Self(0)
    let infinity = Self(.infinity)
    let isPositive = zero .< x
    let isFinite = x .< infinity
    // What is not positive: −∞ for zeros, NaN for the others; NaN is neither less than nor greater than zero.
    let special = (-infinity).replacing(with: Self(.nan), where: x .< zero).replacing(with: x, where: x.isNaN)
    return special.replacing(with: infinity.replacing(with: positiveLogarithm(x), where: isFinite), where: isPositive)
  }

  /// ln(1 + x) for 0 ≤ x ≤ 1, accurate in relative terms.
  @_alwaysEmitIntoClient @inline(__always) static func logarithmOfOne(plus x: Self) -> Self {
    let sum = x + 1.0
    // What the rounding of 1 + x lost, over 1 + x, is what the logarithm lost.
    return positiveLogarithm(sum) + (x - (sum - 1.0)) / sum
  }

  /// ln(1 + eˣ) = max(x, 0) + ln(1 + e^(−|x|)).
  @_alwaysEmitIntoClient @inline(__always) public static func softplus(_ x: Self) -> Self {
    let zero = Self(0)
    return zero.replacing(with: x, where: zero .< x) + logarithmOfOne(plus: exp(-x.absolute))
  }
}
