/// Doubles the step until an interval holds one that meets the strong Wolfe conditions, then zooms in, as optax does.
///
/// Near a minimum, where values differ by rounding only, Hager and Zhang's approximate condition (2c₁ − 1) φ′(0) ≥ φ′(t) takes
/// the place of Armijo's. Nocedal and Wright 2006, algorithms 3.5 and 3.6; Hager and Zhang 2006
/// (doi:10.1145/1132973.1132979).
public struct Zoom: LineSearch {
  /// What a step has to achieve.
  public var conditions: WolfeConditions
  /// How far above φ(0), in units of |φ(0)|, the approximate condition is still allowed to take the place of Armijo's.
  public var approximation: Double
  /// An interval as short ends the search once some step was low enough.
  public var smallestInterval: Double
  /// The largest number of step lengths tried.
  public var evaluations: Int

  /// The search with the constants of `optax.lbfgs`: c₁ = 1e-4, c₂ = 0.9, 1e-6, 1e-5, 20 evaluations.
  public init(
    conditions: WolfeConditions = WolfeConditions(), approximation: Double = 1e-6, smallestInterval: Double = 1e-5,
    evaluations: Int = 20
  ) {
    self.conditions = conditions
    self.approximation = approximation
    self.smallestInterval = smallestInterval
    self.evaluations = evaluations
  }

  public func search<S: Scalar>(_ ray: inout Ray<S>, from step: Double) -> LineSearchOutcome<S.Accumulator> {
    let start = ray.start
    var safe = start
    var (low, high) = (start, start)
    var hasInterval = false
    var third = (step: 0.0, value: start.value)
    var last = start
    for number in 0..<evaluations {
      let wasShort = hasInterval && abs(high.step - low.step) <= smallestInterval
      let trial = hasInterval ? middle(low, high, third) : number == 0 ? step : 2 * last.step
      let point = ray.point(at: trial)
      let isLow = decreases(point, from: start)
      if isLow && conditions.flattens(point, from: start) { return LineSearchOutcome(point: point, succeeded: true) }
      if isLow && (!hasInterval || point.value < safe.value) { safe = point }
      if hasInterval {
        zoom(into: &low, &high, &third, point, isLow: isLow)
      } else {
        if !isLow || (number > 0 && point.value >= last.value) {
          (low, high, hasInterval) = (last, point, true)
        } else if point.slope >= 0 {
          (low, high, hasInterval) = (point, last, true)
        }
        third = (low.step, low.value)
      }
      last = point
      if wasShort && safe.step > 0 { break }
    }
    return LineSearchOutcome(
      point: safe.step > 0 || !last.value.isFinite ? safe : last, succeeded: false)
  }

  private func decreases<Wide>(_ point: RayPoint<Wide>, from start: RayPoint<Wide>) -> Bool {
    if conditions.decreases(point, from: start) { return true }
    return point.slope <= (2 * conditions.decrease - 1) * start.slope
      && point.value <= start.value + approximation * abs(start.value)
  }

  /// The next step in an interval: by a cubic, else by a parabola, else half way, each if it is away from the ends.
  private func middle<Wide>(
    _ low: RayPoint<Wide>, _ high: RayPoint<Wide>, _ third: (step: Double, value: Double)
  ) -> Double {
    let length = abs(high.step - low.step)
    let (left, right) = (min(low.step, high.step), max(low.step, high.step))
    let cubic = Interpolation.cubic(low, high, third: third)
    if cubic > left + 0.2 * length && cubic < right - 0.2 * length { return cubic }
    let quadratic = Interpolation.quadratic(low, high)
    if quadratic > left + 0.1 * length && quadratic < right - 0.1 * length { return quadratic }
    return (low.step + high.step) / 2
  }

  private func zoom<Wide>(
    into low: inout RayPoint<Wide>, _ high: inout RayPoint<Wide>, _ third: inout (step: Double, value: Double),
    _ point: RayPoint<Wide>, isLow: Bool
  ) {
    if !isLow || point.value >= low.value {
      third = (high.step, high.value)
      high = point
    } else if point.slope * (high.step - low.step) >= 0 {
      third = (high.step, high.value)
      (low, high) = (point, low)
    } else {
      third = (low.step, low.value)
      low = point
    }
  }
}
