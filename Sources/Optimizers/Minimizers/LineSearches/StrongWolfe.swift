/// Brackets a step that meets the strong Wolfe conditions and narrows the bracket by cubic interpolation, step for step as
/// PyTorch does.
///
/// While the function falls, steps grow to the minimum of the cubic through the last two points, at most tenfold. In a bracket
/// the cubic's minimum is tried, kept a tenth of the bracket from its ends where it was close to one twice. Schmidt's minFunc
/// 2005; Nocedal and Wright 2006, algorithms 3.5 and 3.6 (doi:10.1007/978-0-387-40065-5).
public struct StrongWolfe: LineSearch {
  /// What a step has to achieve.
  public var conditions: WolfeConditions
  /// A bracket in which no parameter moves by as much is not searched any further.
  public var smallestMove: Double
  /// The number of evaluations after the first.
  public var evaluations: Int
  /// The longest step that may be tried; one that is low enough is taken even if the function still falls there.
  public var longestStep: Double

  /// The search with PyTorch's constants: c₁ = 1e-4, c₂ = 0.9, moves from 1e-9, 25 evaluations after the first.
  public init(
    conditions: WolfeConditions = WolfeConditions(), smallestMove: Double = 1e-9, evaluations: Int = 25,
    longestStep: Double = .infinity
  ) {
    self.conditions = conditions
    self.smallestMove = smallestMove
    self.evaluations = evaluations
    self.longestStep = longestStep
  }

  public func search<S: Scalar>(_ ray: inout Ray<S>, from step: Double) -> LineSearchOutcome<S.Accumulator> {
    var evaluated = 0
    switch bracket(&ray, from: min(step, longestStep), &evaluated) {
    case .found(let point): return LineSearchOutcome(point: point, succeeded: true)
    case .between(let ends): return narrow(ends, &ray, &evaluated)
    }
  }

  private enum Bracket<Wide: Scalar> {
    case found(RayPoint<Wide>)
    case between([RayPoint<Wide>])
  }

  private func bracket<S: Scalar>(
    _ ray: inout Ray<S>, from step: Double, _ evaluated: inout Int
  ) -> Bracket<S.Accumulator> {
    let start = ray.start
    var last = start
    var point = ray.point(at: step)
    while evaluated < evaluations {
      let rises = evaluated > 1 && point.value >= last.value
      if rises || !conditions.decreases(point, from: start) { return .between([last, point]) }
      if conditions.flattens(point, from: start) || point.step >= longestStep { return .found(point) }
      if point.slope >= 0 { return .between([last, point]) }
      let shortest = point.step + 0.01 * (point.step - last.step)
      let next = Interpolation.cubic(last, point, lower: shortest, upper: point.step * 10)
      last = point
      point = ray.point(at: min(next, longestStep))
      evaluated += 1
    }
    return .between([start, point])
  }

  private func narrow<S: Scalar>(
    _ ends: [RayPoint<S.Accumulator>], _ ray: inout Ray<S>, _ evaluated: inout Int
  ) -> LineSearchOutcome<S.Accumulator> {
    var ends = ends
    var low = ends[0].value <= ends[1].value ? 0 : 1
    let largestMove = ray.direction.largest
    var wasClose = false
    while evaluated < evaluations && abs(ends[1].step - ends[0].step) * largestMove >= smallestMove {
      let trial = step(between: ends, &wasClose)
      let point = ray.point(at: trial)
      evaluated += 1
      if !conditions.decreases(point, from: ray.start) || point.value >= ends[low].value {
        ends[1 - low] = point
        low = ends[0].value <= ends[1].value ? 0 : 1
        continue
      }
      if conditions.flattens(point, from: ray.start) { return LineSearchOutcome(point: point, succeeded: true) }
      if point.slope * (ends[1 - low].step - ends[low].step) >= 0 { ends[1 - low] = ends[low] }
      ends[low] = point
    }
    return LineSearchOutcome(point: ends[low], succeeded: false)
  }

  /// The cubic's minimum, moved away from the ends of the bracket where it was close to one before.
  private func step<Wide>(between ends: [RayPoint<Wide>], _ wasClose: inout Bool) -> Double {
    let (lower, upper) = (min(ends[0].step, ends[1].step), max(ends[0].step, ends[1].step))
    let step = Interpolation.cubic(ends[0], ends[1], lower: lower, upper: upper)
    let margin = 0.1 * (upper - lower)
    let isClose = min(upper - step, step - lower) < margin
    guard isClose, wasClose || step >= upper || step <= lower else {
      wasClose = isClose
      return step
    }
    wasClose = false
    return abs(step - upper) < abs(step - lower) ? upper - margin : lower + margin
  }
}
