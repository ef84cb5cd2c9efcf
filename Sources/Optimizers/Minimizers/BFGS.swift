/// BFGS: Newton steps with an approximate inverse Hessian that is updated from each step.
///
/// d = −H g, a step to strong Wolfe conditions, then H ← (I − ρ s yᵀ) H (I − ρ y sᵀ) + ρ s sᵀ with ρ = 1/(y·s). H begins as
/// I, scaled by y·s/y·y before its first update. Memory and work are n²: for many parameters take `LBFGS`. Broyden, Fletcher,
/// Goldfarb, Shanno 1970; Nocedal and Wright 2006, algorithm 6.1 (doi:10.1007/978-0-387-40065-5).
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
    var inverse: Tensor<Wide>?
    let first = objective.iterate(at: start.values.widened())
    return descend(from: first, layout: start.layout, until: stopping, counting: { objective.counts }) { iterate in
      var direction = -iterate.gradient
      var step = min(1, 1 / iterate.gradient.euclideanNorm)
      if let inverse {
        direction = inverse.applied(to: direction)
        step = 1
      }
      let found = objective.search(lineSearch, from: iterate, along: direction, firstStep: step).point
      guard found.step > 0, found.value <= iterate.value else { return .stuck }
      let move = direction.scaled(by: Wide(found.step))
      Self.update(&inverse, move, found.gradient - iterate.gradient)
      return .moved(
        Iterate(point: iterate.point + move, value: found.value, gradient: found.gradient))
    }
  }

  private static func update<Wide>(_ inverse: inout Tensor<Wide>?, _ step: Tensor<Wide>, _ gradientChange: Tensor<Wide>)
  where Wide.Accumulator == Wide {
    let curvature = gradientChange.dot(step)
    guard curvature > 0 else { return }
    var matrix = inverse ?? .identity(step.count, scale: curvature / gradientChange.dot(gradientChange))
    let image = matrix.applied(to: gradientChange)
    let rho = 1 / curvature
    matrix.addOuterProduct(rho * (1 + rho * gradientChange.dot(image)), step, step)
    matrix.addOuterProduct(-rho, image, step)
    matrix.addOuterProduct(-rho, step, image)
    inverse = matrix
  }
}
