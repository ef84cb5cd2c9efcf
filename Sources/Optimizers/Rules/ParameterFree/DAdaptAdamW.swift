/// D-Adaptation of AdamW: its learning rate is a lower bound of the distance to the solution, learned as it goes.
///
/// With ρ = η d √(1 − β₂ᵗ)/(1 − β₁ᵗ) and the estimate d, which begins at d₀ and never falls:
/// r ← √β₂ r + (1 − √β₂) ρ ⟨g, s/(√v + ε)⟩; m ← β₁ m + (1 − β₁) ρ g; v ← β₂ v + (1 − β₂) g²;
/// s ← √β₂ s + (1 − √β₂) ρ g; w ← w − m/(√v + ε) − ρ λ w; d ← max(d, r/((1 − √β₂) ‖s‖₁)).
/// Defazio and Mishchenko 2023 (arXiv:2301.07733), with the bias correction of their code and of optax.
public struct DAdaptAdamW: Optimizer {
  /// η, a factor on the learned rate: 1, or the value of a schedule that begins at 1.
  public var learningRate: Double
  /// β₁, the weight of the past in the mean.
  public var beta1: Double
  /// β₂, the weight of the past in the mean square; its root is that in the estimate.
  public var beta2: Double
  /// ε, added to the root.
  public var epsilon: Double
  /// d₀, the estimate to begin with, smaller than any rate that could be wanted.
  public var initialDistance: Double
  /// λ, in decoupled decay of the weights.
  public var weightDecay: Double

  /// The method with optax's defaults: η = 1, β₁ = 0.9, β₂ = 0.999, ε = 1e-8, d₀ = 1e-6, λ = 0.
  public init(
    learningRate: Double = 1, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8,
    initialDistance: Double = 1e-6, weightDecay: Double = 0
  ) {
    require(initialDistance > 0, "D-Adaptation begins with a distance above 0, not \(initialDistance)")
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.initialDistance = initialDistance
    self.weightDecay = weightDecay
  }

  private var slots: [Slot] {
    ["mean", "meanSquare", "gradientSum", .number("distance", initialDistance), .number("inner")]
  }

  public func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> {
    OptimizerState(slots, for: parameters)
  }

  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    state.arrangeSlots(for: slots)
    state.step += 1
    let step = Step(number: state.step)
    let correction = step.correction(beta2).squareRoot() / step.correction(beta1)
    let rootBeta2 = beta2.squareRoot()
    let distance = state.slots[3].item
    let rate = distance * S.Accumulator(learningRate * correction)

    let product = gradient.dot(state.slots[2] / (sqrt(state.slots[1]) + epsilon))
    let inner = S.Accumulator(rootBeta2) * state.slots[4].item + S.Accumulator(1 - rootBeta2) * rate * product
    let rule = DAdaptAdamWStep(
      beta1: beta1, beta2: beta2, rootBeta2: rootBeta2, epsilon: epsilon, decay: weightDecay)
    ElementwisePass.run(
      rule, on: &parameters, along: gradient.vector, scale: gradient.scale, slots: &state.slots, used: 0..<3,
      numbers: [rate])

    let sumOfMagnitudes = S.Accumulator(1 - rootBeta2) * state.slots[2].reduced(.sumOfMagnitudes)
    // Before the first gradient that is not zero there is nothing to estimate from.
    if sumOfMagnitudes > 0 { state.slots[3][0] = max(distance, inner / sumOfMagnitudes) }
    state.slots[4][0] = inner
  }
}

/// The averages, the sum from which d is estimated, and the step; numbers[0] is the rate ρ.
private struct DAdaptAdamWStep: NumberedElementwiseRule {
  let beta1: Double
  let beta2: Double
  let rootBeta2: Double
  let epsilon: Double
  let decay: Double

  func callAsFunction<V: Lane>(_ w: inout V, _ g: V, _ s: inout Slots<V>, _ numbers: Slots<V>) {
    let rate = numbers[0]
    let scaled = rate * g
    s[0] = beta1 * s[0] + (1 - beta1) * scaled
    s[1] = beta2 * s[1] + (1 - beta2) * (g * g)
    s[2] = rootBeta2 * s[2] + (1 - rootBeta2) * scaled
    w -= s[0] / (s[1].magnitudeRoot() + epsilon) + decay * (rate * w)
  }
}

extension DAdaptAdamW {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "dadapt-adamw", DAdaptAdamW(), summary: "AdamW whose learning rate is a lower bound of the distance to go",
    paper: "Defazio and Mishchenko 2023 (arXiv:2301.07733)", laws: .scaleInvariant,
    examples: [[:], ["initialDistance": "0.01", "weightDecay": "0.1", "learningRate": "0.5", "beta2": "0.98"]],
    [
      .number("learningRate", \.learningRate, .nonNegative), .number("beta1", \.beta1, .decay),
      .number("beta2", \.beta2, .decay), .number("epsilon", \.epsilon, .positive),
      .number("initialDistance", \.initialDistance, .positive),
      .number("weightDecay", \.weightDecay, .nonNegative),
    ])
}
