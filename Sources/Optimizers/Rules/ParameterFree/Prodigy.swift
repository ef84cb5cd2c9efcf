/// Prodigy: AdamW whose learning rate is an estimate of how far the solution is, learned as it goes.
///
/// With c = √(1 − β₂ᵗ)/(1 − β₁ᵗ) and the estimate d, which begins at d₀ and never falls:
/// r ← r β₃ + η c d²/d₀ ⟨g, w₀ − w⟩; m ← β₁ m + (1 − β₁) d g; v ← β₂ v + (1 − β₂) d² g²; s ← β₃ s + η c d²/d₀ g;
/// w ← w − η c d (m/(√v + d′ ε) + λ w) with d′ = max(d, α r/‖s‖₁), which is the next step's d.
/// Mishchenko and Defazio 2023 (arXiv:2306.06101), in the form of the authors' code and of optax.
public struct Prodigy: Optimizer {
  /// η, a factor on the learned rate: 1, or the value of a schedule that begins at 1.
  public var learningRate: Double
  /// β₁, the weight of the past in the mean.
  public var beta1: Double
  /// β₂, the weight of the past in the mean square.
  public var beta2: Double
  /// β₃, the weight of the past in the estimate; √β₂ where nil.
  public var beta3: Double?
  /// ε, added to the root times d.
  public var epsilon: Double
  /// d₀, the estimate to begin with, smaller than any rate that could be wanted.
  public var initialDistance: Double
  /// α, a factor on the estimates.
  public var growth: Double
  /// λ, in decoupled decay of the weights.
  public var weightDecay: Double
  /// Whether η c is left out of s, which keeps d from being overestimated after a long warm-up.
  public var safeguardsWarmup: Bool

  /// The method with the defaults of the authors' code: η = 1, β₁ = 0.9, β₂ = 0.999, ε = 1e-8, d₀ = 1e-6, α = 1, λ = 0.
  public init(
    learningRate: Double = 1, beta1: Double = 0.9, beta2: Double = 0.999, beta3: Double? = nil, epsilon: Double = 1e-8,
    initialDistance: Double = 1e-6, growth: Double = 1, weightDecay: Double = 0, safeguardsWarmup: Bool = false
  ) {
    require(initialDistance > 0, "Prodigy begins with a distance above 0, not \(initialDistance)")
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.beta3 = beta3
    self.epsilon = epsilon
    self.initialDistance = initialDistance
    self.growth = growth
    self.weightDecay = weightDecay
    self.safeguardsWarmup = safeguardsWarmup
  }

  private var slots: [Slot] {
    ["mean", "meanSquare", "gradientSum", .parameters("start"), .number("distance", initialDistance), .number("inner")]
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
    let beta3 = beta3 ?? beta2.squareRoot()
    var distance = state.slots[4].item
    let rate = distance * S.Accumulator(learningRate * correction)
    let growthSoFar = distance / S.Accumulator(initialDistance)

    let product = gradient.dot(state.slots[3] - parameters.values.widened())
    let inner = S.Accumulator(beta3) * state.slots[5].item + growthSoFar * rate * product
    let sums = ProdigySums(beta1: beta1, beta2: beta2, beta3: beta3)
    let weight = safeguardsWarmup ? growthSoFar : rate / S.Accumulator(initialDistance)
    ElementwisePass.run(
      sums, on: &parameters, along: gradient.vector, scale: gradient.scale * distance, slots: &state.slots,
      used: 0..<3, numbers: [weight])

    let sumOfMagnitudes = state.slots[2].reduced(.sumOfMagnitudes)
    // Before the first gradient that is not zero there is nothing to estimate from.
    if sumOfMagnitudes > 0 { distance = max(distance, S.Accumulator(growth) * inner / sumOfMagnitudes) }
    state.slots[4][0] = distance
    state.slots[5][0] = inner
    ElementwisePass.run(
      ProdigyStep(decay: weightDecay), on: &parameters, along: gradient.vector, slots: &state.slots, used: 0..<2,
      numbers: [rate, distance * S.Accumulator(epsilon)])
  }
}

/// The averages of d g and of its square, and the weighted sum of gradients, from which d is estimated.
private struct ProdigySums: NumberedElementwiseRule {
  let beta1: Double
  let beta2: Double
  let beta3: Double

  func callAsFunction<V: Lane>(_ w: inout V, _ g: V, _ s: inout Slots<V>, _ numbers: Slots<V>) {
    s[0] = beta1 * s[0] + (1 - beta1) * g
    s[1] = beta2 * s[1] + (1 - beta2) * (g * g)
    s[2] = beta3 * s[2] + numbers[0] * g
  }
}

/// The step of AdamW along the averages, by numbers[0], with the ε of numbers[1].
private struct ProdigyStep: NumberedElementwiseRule {
  let decay: Double

  func callAsFunction<V: Lane>(_ w: inout V, _ g: V, _ s: inout Slots<V>, _ numbers: Slots<V>) {
    w -= numbers[0] * (s[0] / (s[1].magnitudeRoot() + numbers[1]) + decay * w)
  }
}

extension Prodigy {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "prodigy", Prodigy(), summary: "AdamW whose learning rate is learned, from an estimate of the distance to go",
    paper: "Mishchenko and Defazio 2023 (arXiv:2306.06101)", laws: .scaleInvariant,
    examples: [
      [:], ["initialDistance": "0.01", "weightDecay": "0.1", "growth": "2", "beta3": "0.9"],
      ["initialDistance": "0.001", "safeguardsWarmup": "true", "learningRate": "0.5"],
    ],
    [
      .number("learningRate", \.learningRate, .nonNegative), .number("beta1", \.beta1, .decay),
      .number("beta2", \.beta2, .decay), .number("beta3", \.beta3, .decay),
      .number("epsilon", \.epsilon, .positive), .number("initialDistance", \.initialDistance, .positive),
      .number("growth", \.growth, .positive), .number("weightDecay", \.weightDecay, .nonNegative),
      .flag("safeguardsWarmup", \.safeguardsWarmup),
    ])
}
