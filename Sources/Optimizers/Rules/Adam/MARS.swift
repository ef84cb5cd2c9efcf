/// MARS-AdamW: AdamW along gradients that are corrected by their change, to reduce their variance.
///
/// c = g + γ β₁/(1 − β₁) (g − gₜ₋₁), the change being 0 at first; c ← c/‖c‖ for each tensor whose ‖c‖ exceeds 1; then
/// `AdamW` along c. Yuan, Liu, Wu, Zhou, Gu 2024 (arXiv:2411.10438): the approximate variant, with the gradient that the
/// step before was handed; the exact one takes the gradient of the present batch at the parameters before.
public struct MARS: OptimizerWrapper {
  /// What steps along the corrected gradient; its β₁ is that of the correction.
  public var base: AdamW
  /// γ, how strong the correction is.
  public var gamma: Double

  /// The method with the defaults of the paper's program: η = 3e-3, β₁ = 0.95, β₂ = 0.99, γ = 0.025, ε = 1e-8, no decay.
  public init(
    learningRate: Double = 3e-3, beta1: Double = 0.95, beta2: Double = 0.99, gamma: Double = 0.025,
    epsilon: Double = 1e-8, weightDecay: Double = 0
  ) {
    base = AdamW(
      learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon, weightDecay: weightDecay)
    self.gamma = gamma
  }

  public func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> {
    OptimizerState(
      slots: ["lastGradient"], count: parameters.layout.count, inner: [base.initialState(for: parameters)])
  }

  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    state.step += 1
    let present = gradient.values
    var corrected = ParameterVector<S.Accumulator>(present, layout: gradient.layout)
    if state.step > 1 {
      let strength = S.Accumulator(gamma * base.beta1 / (1 - base.beta1))
      corrected.values.combine(-strength, state.slots[0], 1 + strength)
    }
    state.slots[0] = present
    for index in corrected.layout.segments.indices {
      let norm = corrected[index].euclideanNorm
      if norm > 1 { corrected.replace(index, with: corrected[index].scaled(by: 1 / norm)) }
    }
    gradient.replace(with: corrected.values)
    base.update(&parameters, along: &gradient, state: &state.inner[0])
  }
}

extension MARS {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "mars", MARS(), summary: "AdamW along gradients corrected by their change",
    paper: "Yuan, Liu, Wu, Zhou, Gu 2024 (arXiv:2411.10438)", laws: .segmented,
    examples: [[:], ["gamma": "0.05", "beta1": "0.9", "weightDecay": "0.1"]],
    [
      .number("learningRate", \.base.learningRate, .nonNegative), .number("beta1", \.base.adam.beta1, .decay),
      .number("beta2", \.base.adam.beta2, .decay), .number("gamma", \.gamma, .nonNegative),
      .number("epsilon", \.base.adam.epsilon, .nonNegative),
      .number("weightDecay", \.base.adam.weightDecay, .nonNegative),
    ])
}
