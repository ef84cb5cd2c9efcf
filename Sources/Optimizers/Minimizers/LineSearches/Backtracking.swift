/// Shortens the step by a factor until it is low enough for its length: Armijo's condition.
///
/// Armijo 1966 (doi:10.2140/pjm.1966.16.1). It asks nothing of the slope, so a quasi-Newton method may have to leave pairs out.
public struct Backtracking: LineSearch {
  /// c₁ of φ(t) ≤ φ(0) + c₁ t φ′(0).
  public var decrease: Double
  /// What a step that is too long is multiplied by.
  public var contraction: Double
  /// The largest number of step lengths tried.
  public var evaluations: Int

  /// The search with c₁ = 1e-4, halving, in at most 25 evaluations.
  public init(decrease: Double = 1e-4, contraction: Double = 0.5, evaluations: Int = 25) {
    require(
      0 < decrease && decrease < 1 && 0 < contraction && contraction < 1,
      "backtracking needs a decrease and a contraction between 0 and 1, not \(decrease) and \(contraction)")
    self.decrease = decrease
    self.contraction = contraction
    self.evaluations = evaluations
  }

  public func search<S: Scalar>(_ ray: inout Ray<S>, from step: Double) -> LineSearchOutcome<S.Accumulator> {
    var step = step
    for _ in 0..<evaluations {
      let point = ray.point(at: step)
      if point.value <= ray.start.value + decrease * step * ray.start.slope {
        return LineSearchOutcome(point: point, succeeded: true)
      }
      step *= contraction
    }
    return LineSearchOutcome(point: ray.start, succeeded: false)
  }
}
