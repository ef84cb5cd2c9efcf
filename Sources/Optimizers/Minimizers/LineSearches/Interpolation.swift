/// Minima of polynomials through points of a ray, as line searches use them.
enum Interpolation {
  /// The minimum of the cubic through values and slopes at two points, moved into [lower, upper]; their middle where the
  /// cubic has none. Nocedal and Wright 2006, eq. 3.59.
  static func cubic<Wide>(_ a: RayPoint<Wide>, _ b: RayPoint<Wide>, lower: Double, upper: Double) -> Double {
    let (near, far) = a.step <= b.step ? (a, b) : (b, a)
    let secant = 3 * (near.value - far.value) / (near.step - far.step)
    let mean = near.slope + far.slope - secant
    let discriminant = mean * mean - near.slope * far.slope
    // Neither for NaN nor for infinity, which come of infinite values.
    guard discriminant >= 0, discriminant.isFinite else { return (lower + upper) / 2 }
    let root = discriminant.squareRoot()
    let share = (far.slope + root - mean) / (far.slope - near.slope + 2 * root)
    return min(max(far.step - (far.step - near.step) * share, lower), upper)
  }

  /// Where the cubic through a point with its slope and two other values is stationary; NaN where it is nowhere.
  static func cubic<Wide>(
    _ a: RayPoint<Wide>, _ b: RayPoint<Wide>, third: (step: Double, value: Double)
  ) -> Double {
    let (db, dc) = (b.step - a.step, third.step - a.step)
    let denominator = (db * dc) * (db * dc) * (db - dc)
    let (eb, ec) = (b.value - a.value - a.slope * db, third.value - a.value - a.slope * dc)
    let cubic = (dc * dc * eb - db * db * ec) / denominator
    let quadratic = (db * db * db * ec - dc * dc * dc * eb) / denominator
    return a.step + (-quadratic + (quadratic * quadratic - 3 * cubic * a.slope).squareRoot()) / (3 * cubic)
  }

  /// Where the parabola through a point with its slope and another value is stationary.
  static func quadratic<Wide>(_ a: RayPoint<Wide>, _ b: RayPoint<Wide>) -> Double {
    let distance = b.step - a.step
    let curvature = (b.value - a.value - a.slope * distance) / (distance * distance)
    return a.step - a.slope / (2 * curvature)
  }
}
