/// The method of Levenberg and Marquardt for least squares: Gauss–Newton steps, damped where the model fails.
///
/// Minimizes ½ ‖r(x)‖² by steps (JᵀJ + λ D) p = −Jᵀ r with D = max over the iterations of diag JᵀJ, which makes the method
/// independent of the parameters' units. With ϱ the ratio of actual to predicted decrease, a step with ϱ > 0 is taken and
/// λ ← λ max(⅓, 1 − (2ϱ − 1)³); else λ doubles, then quadruples, and so on. Levenberg 1944; Marquardt 1963
/// (doi:10.1137/0111030); the update of λ by Nielsen 1999 (IMM-REP-1999-05).
public struct LevenbergMarquardt: Sendable {
  /// λ at the beginning.
  public var initialDamping: Double

  /// The method with λ = 1e-3 at the beginning.
  public init(initialDamping: Double = 1e-3) {
    require(initialDamping > 0, "the damping is above 0, not \(initialDamping)")
    self.initialDamping = initialDamping
  }

  /// The step −(JᵀJ)⁻¹ Jᵀ r, nil where JᵀJ is singular to rounding.
  public static func gaussNewtonStep<Problem: ResidualEvaluator>(
    of problem: Problem, at point: ParameterVector<Problem.S>
  ) -> ParameterVector<Problem.S>? {
    let model = GaussNewtonModel(problem, at: point.values.widened(), layout: point.layout)
    return Cholesky(model.normalMatrix).map {
      ParameterVector($0.solve(-model.gradient).narrowed(to: Problem.S.self), layout: point.layout)
    }
  }

  /// Goes down from a point until a criterion is met; the value is ½ ‖r‖², and a gradient counts for each Jacobian.
  public func minimize<Problem: ResidualEvaluator>(
    _ problem: Problem, from start: ParameterVector<Problem.S>, until stopping: Stopping
  ) -> Minimization<Problem.S> {
    typealias Wide = Problem.S.Accumulator
    var counts = EvaluationCounts()
    counts.values = 1
    counts.gradients = 1
    var model = GaussNewtonModel(problem, at: start.values.widened(), layout: start.layout)
    var scales = model.diagonal
    var (damping, growth) = (initialDamping, 2.0)
    return descend(from: model.iterate, layout: start.layout, until: stopping, counting: { counts }) { iterate in
      guard let step = model.step(damping: damping, scales: scales), damping.isFinite else { return .stuck }
      let point = iterate.point + step
      counts.values += 1
      let value = GaussNewtonModel.value(problem, at: point, layout: start.layout)
      let ratio = (iterate.value - value) / model.predictedDecrease(step)
      guard ratio > 0 else {
        // A step lost in rounding will not be found again with more damping.
        guard step.largest > iterate.point.largest * 1e-17 else { return .stuck }
        damping *= growth
        growth *= 2
        return .stayed
      }
      let bend = 2 * ratio - 1
      damping *= max(1.0 / 3, 1 - bend * bend * bend)
      growth = 2
      counts.gradients += 1
      model = GaussNewtonModel(problem, at: point, layout: start.layout)
      scales = .maximum(scales, model.diagonal)
      return .moved(model.iterate)
    }
  }
}
