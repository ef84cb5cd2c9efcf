/// Logarithm and exponential in +, −, ·, / alone, so that random numbers have the same bits on every machine.
///
/// Neither libm nor the kernels' polynomials will do here: the former differ between systems, the latter between
/// kernels with and without fused multiply-add.
package enum PortableMath {
  /// ln 2, its upper 32 bits, so that small integers times it are exact.
  private static let ln2High = 0x1.62e42fecp-1
  /// ln 2 − `ln2High`
  private static let ln2Low = 0x1.d1cf79abc9e3bp-32

  /// ln x for positive finite normal x, to about 1e-16 relative (2 ulp next to 1).
  ///
  /// x = m·2ᵉ with m in √½..√2, and ln m = 2 artanh s with s = (m − 1)/(m + 1), |s| < 0.1716; the series' first
  /// omitted term is below 2⁻⁶⁰.
  package static func log(_ x: Double) -> Double {
    var exponent = Double(x.exponent)
    var significand = x.significand
    if significand > 1.4142135623730951 {
      significand *= 0.5
      exponent += 1
    }
    let s = (significand - 1) / (significand + 1)
    let square = s * s
    var series = 0.0
    // A literal range unrolls, and the reciprocals become constants.
    for half in 0..<11 { series = square * (1 / Double(23 - 2 * half) + series) }
    return exponent * ln2High + (exponent * ln2Low + (2 * s * series + 2 * s))
  }

  /// eˣ to about 3e-16 relative; 0 below −745, infinity above 709.8.
  ///
  /// x = k ln 2 + r with |r| ≤ ½ ln 2, and Taylor's series of eʳ to r¹³/13!; the first omitted term is below 2⁻⁵⁷.
  package static func exp(_ x: Double) -> Double {
    if x < -746 { return 0 }
    if x > 710 { return .infinity }
    let power = (x * 1.4426950408889634).rounded(.toNearestOrEven)
    let remainder = (x - power * ln2High) - power * ln2Low
    var series = 1.0
    for divisor in stride(from: 13.0, through: 1.0, by: -1.0) { series = 1 + remainder * series / divisor }
    return Double(sign: .plus, exponent: Int(power), significand: series)
  }
}
