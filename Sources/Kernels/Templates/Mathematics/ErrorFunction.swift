extension KernelVector {
  /// erf x: an odd polynomial for |x| < 1, and 1 − exp(−p(|x|)) from there to where it rounds to 1.
  @_alwaysEmitIntoClient @inline(__always) public static func erf(_ x: Self) -> Self {
    let magnitude = x.absolute
    let near = x.multiplyAdd(errorFunctionTail(x * x), x)
    let clamped = minimum(maximum(magnitude, Self(1)), Self(errorFunctionLimit))
    let far = (1.0 - expOfNonPositive(-complementLogarithm(clamped))).magnitude(withSignOf: x)
    return far.replacing(with: near, where: magnitude .< Self(1)).replacing(with: x, where: x.isNaN)
  }

  /// The normal distribution function (1 + erf(x/√2))/2, as accurate as a number near 1 can be.
  @_alwaysEmitIntoClient @inline(__always) public static func normalDistribution(_ x: Self) -> Self {
    (erf(x * 0.7071067811865476) + 1.0) * 0.5
  }
}
