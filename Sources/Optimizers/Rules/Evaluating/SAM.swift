/// Sharpness-aware minimization: any optimizer, along the gradient at the worst point near by instead of the one handed.
///
/// p ← w, then once, or as often as `ascents` says, p ← p + ρ T² g/(‖T g‖ + ε), g ← ∇f(p); the base steps from w along g.
/// T = 1 is SAM: Foret, Kleiner, Mobahi, Neyshabur 2021 (arXiv:2010.01412); T = |p| is ASAM, which does not depend on how
/// weights are scaled: Kwon, Kim, Park, Choi 2021 (arXiv:2102.11600). It needs the gradient's evaluator. What transforms do
/// around it, such as clipping, is done to the first gradient, whose length does not matter; in it, to the last.
public struct SAM<Base: Optimizer>: OptimizerWrapper {
  /// What steps along the gradient found.
  public var base: Base
  /// ρ, how far away the worst point is looked for.
  public var radius: Double
  /// Whether distances are measured relative to the weights.
  public var adaptive: Bool
  /// How many steps are taken to the worst point.
  public var ascents: Int
  /// ε, added to the norm.
  public var epsilon: Double

  public func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> {
    OptimizerState(inner: [base.unscaledState(for: parameters, within: ".sharpnessAware()")])
  }

  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    state.step += 1
    let evaluator = gradient.requiredEvaluator(by: "SAM")
    var point = parameters
    for _ in 0..<ascents {
      ascend(&point, along: gradient)
      let (value, vector) = evaluator.valueAndGradient(at: point)
      gradient.vector = vector
      gradient.begin(loss: value, evaluator: evaluator)
    }
    base.update(&parameters, along: &gradient, state: &state.inner[0])
  }

  private func ascend<S: Scalar>(_ point: inout ParameterVector<S>, along gradient: Gradient<S>) {
    let norm =
      adaptive
      ? ParameterVector(point.values.widened() * gradient.values, layout: point.layout).euclideanNorm
      : gradient.euclideanNorm
    let factor = S.Accumulator(radius) / (norm + S.Accumulator(epsilon))
    // Where the gradient is zero, or so small that nothing brings it to length ρ, there is no way up.
    guard factor.isFinite else { return }
    var none: [Tensor<S.Accumulator>] = []
    ElementwisePass.run(
      Ascent(adaptive: adaptive), on: &point, along: gradient.vector, scale: gradient.scale, slots: &none,
      numbers: [factor])
  }
}

/// w ← w + T² g times numbers[0].
private struct Ascent: NumberedElementwiseRule {
  let adaptive: Bool

  func callAsFunction<V: Lane>(_ w: inout V, _ g: V, _ s: inout Slots<V>, _ numbers: Slots<V>) {
    let way = adaptive ? w * w * g : g
    w += numbers[0] * way
  }
}

extension Optimizer {
  /// This optimizer along gradients at the worst point near by; ρ = 0.05 is the paper's, and 0.5 to 2 its scale if `adaptive`.
  public func sharpnessAware(
    radius: Double = 0.05, adaptive: Bool = false, ascents: Int = 1, epsilon: Double = 1e-12
  ) -> SAM<Self> {
    require(
      radius >= 0 && ascents > 0, "SAM climbs a distance of 0 or more in one step or more, not \(radius), \(ascents)")
    return SAM(base: self, radius: radius, adaptive: adaptive, ascents: ascents, epsilon: epsilon)
  }
}
