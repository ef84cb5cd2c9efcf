/// Simplified AdEMAMix: a momentum that sums gradients, and the gradient once more, over a running root mean square.
///
/// w ← (1 − η λ) w; m ← β₁ m + g; v ← β₂ v + (1 − β₂) g²; w ← w − η (m + α g)/(√(v̂ + ε₀) + ε), v̂ corrected as in
/// `Adam`. Morwani, Vyas, Zhang, Kakade 2025 (arXiv:2502.02431).
public struct SimplifiedAdEMAMix: ElementwiseOptimizer {
  /// η, the size of a step.
  public var learningRate: Double
  /// β₁, what is kept of the momentum.
  public var beta1: Double
  /// β₂, the weight of the past in the mean square.
  public var beta2: Double
  /// α, the weight of the gradient beside the momentum.
  public var alpha: Double
  /// ε, added to the root.
  public var epsilon: Double
  /// λ, decoupled.
  public var weightDecay: Double
  /// ε₀, added under the root.
  public var epsilonRoot: Double

  /// The method with optax's defaults: β₁ = 0.99, β₂ = 0.95, α = 0, ε = 1e-8, no decay.
  ///
  /// η = 1e-5, for the momentum is a sum: steps are 1/(1 − β₁) times as long as Adam's.
  public init(
    learningRate: Double = 1e-5, beta1: Double = 0.99, beta2: Double = 0.95, alpha: Double = 0,
    epsilon: Double = 1e-8, weightDecay: Double = 0, epsilonRoot: Double = 0
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.alpha = alpha
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    self.epsilonRoot = epsilonRoot
  }

  public var slots: [Slot] { ["momentum", "meanSquare"] }

  public func coefficients(at step: Step) -> Adam.Coefficients {
    let adam = Adam(
      learningRate: learningRate, beta2: beta2, epsilon: epsilon, weightDecay: weightDecay, decay: .decoupled,
      epsilonRoot: epsilonRoot)
    return adam.coefficients(at: step, meanSize: learningRate, gradientSize: learningRate * alpha)
  }

  @inlinable @inline(__always)
  public func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at c: Adam.Coefficients) {
    let g = c.decay.apply(to: &w, along: g)
    s[0] = beta1 * s[0] + g
    s[1] = beta2 * s[1] + (1 - beta2) * (g * g)
    w -= c.numerator(s[0], g) / c.denominator(&s)
  }
}

extension SimplifiedAdEMAMix {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "simplified-ademamix", SimplifiedAdEMAMix(), summary: "a sum of gradients, and the gradient, over a running root",
    paper: "Morwani, Vyas, Zhang, Kakade 2025 (arXiv:2502.02431)", laws: [.elementwise, .scaleInvariant],
    // The default rate changes no weight in BFloat16.
    examples: [
      ["learningRate": "1e-3"],
      ["alpha": "2", "beta1": "0.9", "weightDecay": "0.1", "epsilonRoot": "1e-8", "learningRate": "1e-3"],
    ],
    [
      .number("learningRate", \.learningRate, .nonNegative), .number("beta1", \.beta1, .decay),
      .number("beta2", \.beta2, .decay), .number("alpha", \.alpha, .nonNegative),
      .number("epsilon", \.epsilon, .positive), .number("weightDecay", \.weightDecay, .nonNegative),
      .number("epsilonRoot", \.epsilonRoot, .nonNegative),
    ])
}
