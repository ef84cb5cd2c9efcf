extension KernelVector {
  /// eʳ − 1 and n + `roundingMagic` + `exponentBias`, where x = r + n ln 2 and |r| ≤ ln 2 / 2, for x in `exponentialRange` or
  /// NaN.
  @_alwaysEmitIntoClient @inline(__always)
  static func reducedExponential(_ x: Self) -> (minusOne: Self, magicPower: Self) {
    let magic = Self(roundingMagic + exponentBias)
    let magicPower = x.multiplyAdd(1.4426950408889634, magic)
    let power = magicPower - magic
    let ln2 = naturalLogarithmOf2
    let r = power.multiplyAdd(-ln2.low, power.multiplyAdd(-ln2.high, x))
    return ((r * r).multiplyAdd(exponentialTail(r), r), magicPower)
  }

  /// eˣ, within `UnaryFunction`'s bound where the result is subnormal too; 0 and ∞ beyond the range, NaN of NaN.
  @_alwaysEmitIntoClient @inline(__always) public static func exp(_ x: Self) -> Self {
    // In half the time.
    if areAll(x.absolute .< Self(ordinaryExponent)) { return expOfOrdinary(x) }
    let range = exponentialRange
    let clamped = minimum(maximum(x, Self(range.low)), Self(range.high))
    let (minusOne, magicPower) = reducedExponential(clamped)
    return (minusOne + 1.0).scaled(byPowerIn: magicPower)
  }

  /// eˣ for x ≤ 0, NaN of NaN: the same as `exp`, but 0 where that is less than 0.7 of the least normal number.
  @_alwaysEmitIntoClient @inline(__always) static func expOfNonPositive(_ x: Self) -> Self {
    expOfOrdinary(maximum(x, Self(vanishingExponent)))
  }

  /// eˣ for x from `vanishingExponent` to less than its negative: below `ordinaryExponent`, the bits of `exp`.
  ///
  /// One scaling is enough then, by a power of two that is itself zero for `vanishingExponent`.
  @_alwaysEmitIntoClient @inline(__always) static func expOfOrdinary(_ x: Self) -> Self {
    let (minusOne, magicPower) = reducedExponential(x)
    let power = magicPower.powerOfTwo
    return minusOne.multiplyAdd(power, power)
  }

  /// 1/(1 + e⁻ˣ), accurate in relative terms on both sides.
  @_alwaysEmitIntoClient @inline(__always) public static func sigmoid(_ x: Self) -> Self {
    let small = exp(-x.absolute)
    return Self(1).replacing(with: small, where: x .< Self(0)) / (small + 1.0)
  }

  /// Two sigmoids by one division, a rounding or two less accurate, and 0 where they are below 0.7 of the least normal
  /// number; both are NaN where either is.
  @_alwaysEmitIntoClient @inline(__always) static func sigmoids(_ x: Self, _ y: Self) -> (Self, Self) {
    let (smallX, smallY) = (expOfNonPositive(-x.absolute), expOfNonPositive(-y.absolute))
    let (wholeX, wholeY) = (smallX + 1.0, smallY + 1.0)
    let inverse = 1.0 / (wholeX * wholeY)
    let (zero, one) = (Self(0), Self(1))
    return (
      one.replacing(with: smallX, where: x .< zero) * (wholeY * inverse),
      one.replacing(with: smallY, where: y .< zero) * (wholeX * inverse)
    )
  }

  /// A sigmoid and a hyperbolic tangent by one division, as above.
  @_alwaysEmitIntoClient @inline(__always) static func sigmoidAndTanh(_ x: Self, _ y: Self) -> (Self, Self) {
    let small = expOfNonPositive(-x.absolute)
    let whole = small + 1.0
    let t = expOfDoubledMinusOne(y)
    let inverse = 1.0 / (whole * (t + 2.0))
    return (
      Self(1).replacing(with: small, where: x .< Self(0)) * ((t + 2.0) * inverse),
      (t * (whole * inverse)).magnitude(withSignOf: y)
    )
  }

  /// e^(2|x|) − 1, accurate where that is small, for |x| up to 22 and for more as if it were 22.
  @_alwaysEmitIntoClient @inline(__always) static func expOfDoubledMinusOne(_ x: Self) -> Self {
    // tanh rounds to 1 well before 2|x| = 44 in Double too, and the clamp keeps the result finite.
    let doubled = minimum(x.absolute * 2.0, Self(44))
    let (minusOne, magicPower) = reducedExponential(doubled)
    let power = magicPower.powerOfTwo
    return minusOne.multiplyAdd(power, power - 1.0)
  }

  /// tanh x, as t/(t + 2) with t = e^(2|x|) − 1, so that small arguments keep their relative accuracy.
  @_alwaysEmitIntoClient @inline(__always) public static func tanh(_ x: Self) -> Self {
    let t = expOfDoubledMinusOne(x)
    return (t / (t + 2.0)).magnitude(withSignOf: x)
  }
}
