/// AdEMAMix: AdamW with a second, slow average of the gradient.
///
/// w ← (1 − η λ) w; m ← β₁ m + (1 − β₁) g; l ← β₃ l + (1 − β₃) g; v ← β₂ v + (1 − β₂) g²;
/// w ← w − η (m̂ + α l)/(√(v̂ + ε₀) + ε), hats corrected as in `Adam`, l not. Pagliardini, Ablin, Grangier 2024
/// (arXiv:2409.03137).
///
/// The paper raises α from 0 over the run: `AdEMAMix().scheduled(\.alpha, .warmup(steps: 10_000))`.
public struct AdEMAMix: ElementwiseOptimizer {
  /// η, the size of a step.
  public var learningRate: Double
  /// β₁, the weight of the past in the fast mean.
  public var beta1: Double
  /// β₂, the weight of the past in the mean square.
  public var beta2: Double
  /// β₃, the weight of the past in the slow mean.
  public var beta3: Double
  /// α, the weight of the slow mean in the step.
  public var alpha: Double
  /// ε, added to the root.
  public var epsilon: Double
  /// λ, decoupled.
  public var weightDecay: Double
  /// ε₀, added under the root.
  public var epsilonRoot: Double

  /// The method with η = 1e-3 and optax's defaults: β = 0.9, 0.999, 0.9999, α = 5, ε = 1e-8, no decay.
  public init(
    learningRate: Double = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999, beta3: Double = 0.9999, alpha: Double = 5,
    epsilon: Double = 1e-8, weightDecay: Double = 0, epsilonRoot: Double = 0
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.beta3 = beta3
    self.alpha = alpha
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    self.epsilonRoot = epsilonRoot
  }

  public var slots: [Slot] { ["mean", "meanSquare", "slowMean"] }

  /// What is the same for all elements of a step.
  public struct Coefficients: Sendable {
    @usableFromInline let adam: Adam.Coefficients
    @usableFromInline let slowSize: Double
  }

  public func coefficients(at step: Step) -> Coefficients {
    let adam = Adam(
      learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon, weightDecay: weightDecay,
      decay: .decoupled, epsilonRoot: epsilonRoot)
    return Coefficients(
      adam: adam.coefficients(at: step), slowSize: learningRate * alpha * step.correction(beta2).squareRoot())
  }

  @inlinable @inline(__always)
  public func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at c: Coefficients) {
    let g = c.adam.decay.apply(to: &w, along: g)
    s[0] = beta1 * s[0] + (1 - beta1) * g
    s[1] = beta2 * s[1] + (1 - beta2) * (g * g)
    s[2] = beta3 * s[2] + (1 - beta3) * g
    w -= (c.adam.numerator(s[0], g) + c.slowSize * s[2]) / c.adam.denominator(&s)
  }
}

extension AdEMAMix {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "ademamix", AdEMAMix(), summary: "AdamW with a second, slow average of the gradient",
    paper: "Pagliardini, Ablin, Grangier 2024 (arXiv:2409.03137)", laws: [.elementwise, .scaleInvariant],
    examples: [[:], ["alpha": "2", "beta3": "0.99", "weightDecay": "0.1", "epsilonRoot": "1e-8"]],
    [
      .number("learningRate", \.learningRate, .nonNegative), .number("beta1", \.beta1, .decay),
      .number("beta2", \.beta2, .decay), .number("beta3", \.beta3, .decay), .number("alpha", \.alpha, .nonNegative),
      .number("epsilon", \.epsilon, .positive), .number("weightDecay", \.weightDecay, .nonNegative),
      .number("epsilonRoot", \.epsilonRoot, .nonNegative),
    ])
}
