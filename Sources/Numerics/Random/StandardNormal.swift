/// The normal distribution with mean 0 and deviation 1, in arithmetic that gives the same bits on every machine.
public enum StandardNormal {
  /// φ(x) = e^(−x²/2)/√2π, to about 1e-15 relative.
  public static func density(_ x: Double) -> Double {
    let magnitude = Swift.min(x.magnitude, 40)
    // The square of a number with 26 bits is exact; the rest enters by (x − h)(x + h) = x² − h².
    let head = Double(bitPattern: magnitude.bitPattern & ~0x7ff_ffff)
    let tail = (magnitude - head) * (magnitude + head)
    return PortableMath.exp(-0.5 * head * head) * PortableMath.exp(-0.5 * tail) * 0.3989422804014327
  }

  /// Φ(x), the probability of a value below x, to about 1e-15 relative in either tail.
  public static func cumulative(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x.magnitude < 1 { return 0.5 + centralSeries(x) }
    return x < 0 ? tail(-x) : 1 - tail(x)
  }

  /// 1 − Φ(x), the probability of a value above x, without the cancellation of that expression.
  public static func complement(_ x: Double) -> Double { cumulative(-x) }

  /// Φ(x) − ½ = φ(x) (x + x³/3 + x⁵/(3·5) + …), all terms of one sign, for |x| < 1.
  private static func centralSeries(_ x: Double) -> Double {
    let square = x * x
    var series = 1.0
    for divisor in stride(from: 41.0, through: 3.0, by: -2.0) { series = 1 + square * series / divisor }
    return density(x) * x * series
  }

  /// 1 − Φ(x) for x ≥ 1 by Laplace's continued fraction φ(x)/(x + 1/(x + 2/(x + 3/(x + …)))).
  ///
  /// Its error falls like e^(−2x√n), and so the count of levels n follows 1/x² (Abramowitz & Stegun 1964, 26.2.14).
  private static func tail(_ x: Double) -> Double {
    if x > 39 { return 0 }
    let levels = 12 + Int(420 / (x * x))
    var fraction = x
    for level in stride(from: Double(levels), through: 1, by: -1) { fraction = x + level / fraction }
    return density(x) / fraction
  }
}
