extension StandardNormal {
  /// The x with Φ(x) = p, to about 1e-15 relative; ∓∞ at 0 and 1, NaN outside.
  ///
  /// Algorithm AS 241, PPND16 (Wichura 1988, doi:10.2307/2347330): three rational approximations, one for the middle
  /// and two, in √(−ln p), for the tails.
  public static func quantile(_ p: Double) -> Double {
    let centered = p - 0.5
    if centered.magnitude <= 0.425 { return centered * middle(0.180625 - centered * centered) }
    let tail = centered < 0 ? p : 1 - p
    guard tail > 0 else { return tail == 0 ? (centered < 0 ? -.infinity : .infinity) : .nan }
    // Subnormal probabilities take one exact scaling to become normal.
    let negativeLog =
      tail.isNormal ? -PortableMath.log(tail) : 64 * 0.6931471805599453 - PortableMath.log(tail * 0x1p64)
    let root = negativeLog.squareRoot()
    let magnitude = root <= 5 ? nearTail(root - 1.6) : farTail(root - 5)
    return centered < 0 ? -magnitude : magnitude
  }

  /// |p − ½| ≤ 0.425
  private static func middle(_ r: Double) -> Double {
    let numerator = polynomial(
      r, 3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
      4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3)
    let denominator = polynomial(
      r, 1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3, 2.1213794301586595867e4,
      3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3)
    return numerator / denominator
  }

  /// √(−ln p) ≤ 5, which is p ≥ 1.4e-11
  private static func nearTail(_ r: Double) -> Double {
    let numerator = polynomial(
      r, 1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
      1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4)
    let denominator = polynomial(
      r, 1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1, 1.48103976427480074590e-1,
      1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9)
    return numerator / denominator
  }

  /// √(−ln p) > 5
  private static func farTail(_ r: Double) -> Double {
    let numerator = polynomial(
      r, 6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
      2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7)
    let denominator = polynomial(
      r, 1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
      7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15)
    return numerator / denominator
  }

  /// c₀ + c₁ x + … + c₇ x⁷ by Horner's rule.
  @inline(__always) private static func polynomial(
    _ x: Double, _ c0: Double, _ c1: Double, _ c2: Double, _ c3: Double, _ c4: Double, _ c5: Double, _ c6: Double,
    _ c7: Double
  ) -> Double {
    var value = c7
    value = value * x + c6
    value = value * x + c5
    value = value * x + c4
    value = value * x + c3
    value = value * x + c2
    value = value * x + c1
    return value * x + c0
  }
}
