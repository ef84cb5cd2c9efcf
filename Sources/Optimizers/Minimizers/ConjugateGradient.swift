/// Nonlinear conjugate gradients by the formula of Polak and Ribière.
///
/// d ← −g + β d with β = max(0, g·(g − g₋)/g₋·g₋); it begins again along −g where successive gradients are far from orthogonal,
/// |g·g₋| ≥ 0.2 g·g (Powell 1977, doi:10.1007/BF01593790), or d does not go down. Three vectors of memory. Polak and Ribière
/// 1969; Gilbert and Nocedal 1992 (doi:10.1137/0802003).
public struct ConjugateGradient: Minimizer {
  /// How far to go along the direction.
  public var lineSearch: StrongWolfe

  /// The method with c₁ = 1e-4 and c₂ = 0.1, as Nocedal and Wright 2006 advise.
  public init(
    lineSearch: StrongWolfe = StrongWolfe(conditions: WolfeConditions(curvature: 0.1), smallestMove: 0)
  ) {
    self.lineSearch = lineSearch
  }

  public func minimize<Problem: Evaluator>(
    _ problem: Problem, from start: ParameterVector<Problem.S>, until stopping: Stopping
  ) -> Minimization<Problem.S> {
    typealias Wide = Problem.S.Accumulator
    var objective = CountedObjective<Problem.S>(problem, layout: start.layout)
    var last: (direction: Tensor<Wide>, gradient: Tensor<Wide>, step: Double, slope: Double)?
    let first = objective.iterate(at: start.values.widened())
    return descend(from: first, layout: start.layout, until: stopping, counting: { objective.counts }) { iterate in
      let gradient = iterate.gradient
      var direction = -gradient
      if let last, abs(gradient.dot(last.gradient)) < 0.2 * gradient.dot(gradient) {
        let ratio = gradient.dot(gradient - last.gradient) / last.gradient.dot(last.gradient)
        let conjugate = direction.adding(max(ratio, 0), last.direction)
        if conjugate.dot(gradient) < 0 { direction = conjugate }
      }
      let slope = direction.dot(gradient).double
      // As far as the last step went in the first-order change of the value.
      let step = last.map { $0.step * $0.slope / slope } ?? min(1, 1 / gradient.norm)
      let found = objective.search(lineSearch, from: iterate, along: direction, firstStep: step).point
      guard found.step > 0, found.value <= iterate.value else {
        defer { last = nil }
        return last == nil ? .stuck : .stayed
      }
      last = (direction, gradient, found.step, slope)
      return .moved(
        Iterate(
          point: iterate.point.adding(Wide(found.step), direction), value: found.value, gradient: found.gradient))
    }
  }
}
