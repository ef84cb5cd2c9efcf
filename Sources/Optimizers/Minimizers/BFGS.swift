/// BFGS: Newton steps with an approximate inverse Hessian that is updated from each step.
///
/// d = −H g, a step to strong Wolfe conditions, then H ← (I − ρ s yᵀ) H (I − ρ y sᵀ) + ρ s sᵀ with ρ = 1/(y·s) and H = I at
/// first. The search begins at min(1, 2.02 (f − f₋)/g·d), as in SciPy: about where a parabola that falls as much as the last
/// step did has its minimum. Memory and work are n²: for many parameters take `LBFGS`. Broyden, Fletcher, Goldfarb, Shanno 1970;
/// Nocedal and Wright 2006, algorithm 6.1 and eq. 3.60 (doi:10.1007/978-0-387-40065-5).
public struct BFGS: Minimizer {
  /// How far to go along the direction.
  public var lineSearch: StrongWolfe

  /// The method with c₁ = 1e-4 and c₂ = 0.9, as in SciPy.
  public init(lineSearch: StrongWolfe = StrongWolfe(smallestMove: 0)) { self.lineSearch = lineSearch }

  public func minimize<Problem: Evaluator>(
    _ problem: Problem, from start: ParameterVector<Problem.S>, until stopping: Stopping
  ) -> Minimization<Problem.S> {
    typealias Wide = Problem.S.Accumulator
    var objective = CountedObjective<Problem.S>(problem, layout: start.layout)
    var inverse = Tensor<Wide>.identity(start.layout.count)
    let first = objective.iterate(at: start.values.widened())
    var lastValue = first.value + first.gradient.norm / 2
    return descend(from: first, layout: start.layout, until: stopping, counting: { objective.counts }) { iterate in
      let direction = -inverse.applied(to: iterate.gradient)
      let guess = 2.02 * (iterate.value - lastValue) / iterate.gradient.dot(direction).double
      let step = guess > 0 && guess < 1 ? guess : 1
      let found = objective.search(lineSearch, from: iterate, along: direction, firstStep: step).point
      guard found.step > 0, found.value <= iterate.value else { return .stuck }
      let move = direction.scaled(by: Wide(found.step))
      lastValue = iterate.value
      Self.update(&inverse, move, found.gradient - iterate.gradient)
      return .moved(
        Iterate(point: iterate.point + move, value: found.value, gradient: found.gradient))
    }
  }

  private static func update<Wide>(_ inverse: inout Tensor<Wide>, _ step: Tensor<Wide>, _ gradientChange: Tensor<Wide>)
  where Wide.Accumulator == Wide {
    let curvature = gradientChange.dot(step)
    guard curvature > 0 else { return }
    let image = inverse.applied(to: gradientChange)
    let rho = 1 / curvature
    inverse.addOuterProduct(rho * (1 + rho * gradientChange.dot(image)), step, step)
    inverse.addOuterProduct(-rho, image, step)
    inverse.addOuterProduct(-rho, step, image)
  }
}
