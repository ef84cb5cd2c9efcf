/// Newton's method with the system H d = −g solved inexactly by conjugate gradients on Hessian-vector products.
///
/// The inner iteration ends at a residual of min(½, √‖g‖) ‖g‖, or at a direction of negative curvature, which is then left out (or
/// is −g at the first iteration); a strong Wolfe search beginning at 1 follows. No matrix is stored. Dembo and Steihaug 1983
/// (doi:10.1007/BF02592055); Nocedal and Wright 2006, algorithm 7.1.
public struct NewtonCG: Minimizer {
  /// How far to go along the direction.
  public var lineSearch: StrongWolfe

  /// The method with c₁ = 1e-4 and c₂ = 0.9, as in SciPy.
  public init(lineSearch: StrongWolfe = StrongWolfe(smallestMove: 0)) { self.lineSearch = lineSearch }

  public func minimize<Problem: Evaluator>(
    _ problem: Problem, from start: ParameterVector<Problem.S>, until stopping: Stopping
  ) -> Minimization<Problem.S> {
    var objective = CountedObjective<Problem.S>(problem, layout: start.layout)
    let first = objective.iterate(at: start.values.widened())
    return descend(from: first, layout: start.layout, until: stopping, counting: { objective.counts }) { iterate in
      let direction = Self.direction(at: iterate, &objective)
      let found = objective.search(lineSearch, from: iterate, along: direction, firstStep: 1).point
      guard found.step > 0, found.value <= iterate.value else { return .stuck }
      let point = iterate.point.adding(Problem.S.Accumulator(found.step), direction)
      return .moved(Iterate(point: point, value: found.value, gradient: found.gradient))
    }
  }

  private static func direction<S: Scalar>(
    at iterate: Iterate<S.Accumulator>, _ objective: inout CountedObjective<S>
  ) -> Tensor<S.Accumulator> {
    let tolerance = forcingTolerance(iterate.gradient)
    var solution = Tensor<S.Accumulator>.zeros([iterate.gradient.count])
    var residual = -iterate.gradient
    var conjugate = residual
    var square = residual.dot(residual)
    // In exact arithmetic n iterations are enough; rounding may ask for more.
    for iteration in 0..<(20 * max(residual.count, 1)) where square.squareRoot().double > tolerance {
      let image = objective.hessianVectorProduct(at: iterate.point, along: conjugate)
      let curvature = conjugate.dot(image)
      guard curvature > 0 else { return iteration == 0 ? -iterate.gradient : solution }
      let step = square / curvature
      solution.combine(step, conjugate)
      residual.combine(-step, image)
      let next = residual.dot(residual)
      conjugate.combine(1, residual, next / square)
      square = next
    }
    return solution
  }

  /// min(½, √‖g‖) ‖g‖: the residual at which an inexact Newton step still converges superlinearly.
  static func forcingTolerance<Wide>(_ gradient: Tensor<Wide>) -> Double where Wide.Accumulator == Wide {
    let norm = gradient.norm
    return min(0.5, norm.squareRoot()) * norm
  }
}
