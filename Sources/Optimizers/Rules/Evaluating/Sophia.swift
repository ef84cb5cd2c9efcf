/// Sophia: momentum divided by a running estimate of the Hessian's diagonal, clipped element by element.
///
/// m ← β₁ m + (1 − β₁) g; every k steps, beginning with the first, h ← β₂ h + (1 − β₂) ĥ with ĥ an estimate of the
/// diagonal from the gradient's evaluator; w ← w − η (clip(m/max(γ h, ε), ±ρ) + λ w).
/// Liu, Li, Hall, Liang, Ma 2023 (arXiv:2305.14342), where λ is 0.1 and γ 0.01 with Hutchinson's estimator.
public struct Sophia: Optimizer {
  /// η, the size of a step.
  public var learningRate: Double
  /// β₁, the weight of the past in the mean.
  public var beta1: Double
  /// β₂, the weight of the past in the diagonal.
  public var beta2: Double
  /// ε, what the diagonal is at least.
  public var epsilon: Double
  /// λ, in decay of the weights apart from the quotient.
  public var weightDecay: Double
  /// γ, a factor on the diagonal: the larger, the fewer elements are clipped.
  public var gamma: Double
  /// ρ, to which steps are clipped; nil for no clipping.
  public var clip: Double?
  /// k, how many steps share an estimate of the diagonal.
  public var updateInterval: Int
  /// Which of the published definitions.
  public var definition: Definition

  /// The published definitions.
  public enum Definition: String, CaseIterable, Sendable {
    /// The mean is corrected for beginning at zero, and an estimate is used from the next step on: optax, after levanter.
    /// The first step is one of ρ against the gradient's sign.
    case optax
    /// The mean is used as it is, and an estimate in its own step: the paper's algorithm 3.
    case paper
  }

  /// The method with optax's defaults: β₁ = 0.965, β₂ = 0.99, ε = 1e-8, λ = 1e-4, γ = 0.01, ρ = 1, k = 10; η = 1e-3 is ours,
  /// for neither optax nor the paper has a default.
  public init(
    learningRate: Double = 1e-3, beta1: Double = 0.965, beta2: Double = 0.99, epsilon: Double = 1e-8,
    weightDecay: Double = 1e-4, gamma: Double = 0.01, clip: Double? = 1, updateInterval: Int = 10,
    definition: Definition = .optax
  ) {
    require(updateInterval > 0, "Sophia estimates the Hessian every so many steps, not every \(updateInterval)")
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    self.gamma = gamma
    self.clip = clip
    self.updateInterval = updateInterval
    self.definition = definition
  }

  private var slots: [Slot] { ["mean", "hessianDiagonal"] }

  public func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> {
    OptimizerState(slots, for: parameters)
  }

  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    state.arrangeSlots(for: slots)
    // Both definitions estimate at the point from which the step is taken.
    let estimate =
      state.step.isMultiple(of: updateInterval)
      ? gradient.requiredEvaluator(by: "Sophia").hessianDiagonal(at: parameters, sample: state.step) : nil
    state.step += 1
    if definition == .paper, let estimate { average(estimate, into: &state) }
    let correction = definition == .optax ? Step(number: state.step).correction(beta1) : 1
    let rule = SophiaStep(
      beta1: beta1, correction: correction, gamma: gamma, epsilon: epsilon, clip: clip, rate: learningRate,
      decay: weightDecay)
    ElementwisePass.run(rule, on: &parameters, along: gradient.vector, scale: gradient.scale, slots: &state.slots)
    if definition == .optax, let estimate { average(estimate, into: &state) }
  }

  private func average<S: Scalar>(_ estimate: ParameterVector<S>, into state: inout OptimizerState<S>) {
    state.slots[1].combine(S.Accumulator(1 - beta2), estimate.values.widened(), S.Accumulator(beta2))
  }
}

private struct SophiaStep: ElementwiseRule {
  let beta1: Double
  let correction: Double
  let gamma: Double
  let epsilon: Double
  let clip: Double?
  let rate: Double
  let decay: Double

  func callAsFunction<V: Lane>(_ w: inout V, _ g: V, _ s: inout Slots<V>) {
    s[0] = beta1 * s[0] + (1 - beta1) * g
    var direction = s[0] / correction / V.maximum(gamma * s[1], V(epsilon))
    if let clip { direction = V.minimum(V.maximum(direction, V(-clip)), V(clip)) }
    w -= rate * (direction + decay * w)
  }
}

extension Sophia {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "sophia", Sophia(), summary: "momentum divided by the Hessian's diagonal and clipped",
    paper: "Liu, Li, Hall, Liang, Ma 2023 (arXiv:2305.14342)", laws: .needsEvaluator,
    examples: [
      [:], ["updateInterval": "2", "gamma": "0.5", "clip": "0.8", "weightDecay": "0.1"],
      ["definition": "paper", "updateInterval": "1", "gamma": "1", "epsilon": "1e-3", "clip": "none"],
    ],
    [
      .number("learningRate", \.learningRate, .nonNegative), .number("beta1", \.beta1, .decay),
      .number("beta2", \.beta2, .decay), .number("epsilon", \.epsilon, .positive),
      .number("weightDecay", \.weightDecay, .nonNegative), .number("gamma", \.gamma, .positive),
      .number("clip", \.clip, .positive), .count("updateInterval", \.updateInterval),
      .choice("definition", \.definition),
    ])
}
