/// AdaMax: momentum divided by a decaying maximum of the gradient's magnitude, Adam in the infinity norm.
///
/// m ← β₁ m + (1 − β₁) g; u ← max(β₂ u, |g| + ε); w ← w − η/(1 − β₁ᵗ) · m/u. Kingma and Ba 2015 (arXiv:1412.6980); ε as
/// in PyTorch and optax. With decoupled decay it is optax's `adamaxw`.
public struct AdaMax: ElementwiseOptimizer {
  /// η, the size of a step.
  public var learningRate: Double
  /// β₁, the weight of the past in the mean.
  public var beta1: Double
  /// β₂, what is kept of the maximum.
  public var beta2: Double
  /// ε, added to the magnitude; above 0, or a gradient of zeros is divided by zero.
  public var epsilon: Double
  /// λ
  public var weightDecay: Double
  /// Whether λ w is added to the gradient, or the weights themselves decay.
  public var decay: DecayKind

  /// The method with the paper's defaults, which are PyTorch's: η = 2e-3, β₁ = 0.9, β₂ = 0.999, ε = 1e-8.
  public init(
    learningRate: Double = 2e-3, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8,
    weightDecay: Double = 0, decay: DecayKind = .coupled
  ) {
    require(epsilon > 0, "AdaMax divides by a magnitude: its epsilon is above 0, not \(epsilon)")
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    self.decay = decay
  }

  public var slots: [Slot] { ["mean", "maximum"] }

  /// What is the same for all elements of a step.
  public struct Coefficients: Sendable {
    @usableFromInline let decay: DecayFactors
    @usableFromInline let stepSize: Double
  }

  public func coefficients(at step: Step) -> Coefficients {
    Coefficients(
      decay: DecayFactors(decay, weightDecay: weightDecay, learningRate: learningRate),
      stepSize: learningRate / step.correction(beta1))
  }

  @inlinable @inline(__always)
  public func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at c: Coefficients) {
    let g = c.decay.apply(to: &w, along: g)
    s[0] = beta1 * s[0] + (1 - beta1) * g
    s[1] = V.maximum(beta2 * s[1], g.absolute + epsilon)
    w -= c.stepSize * s[0] / s[1]
  }
}

extension AdaMax {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "adamax", AdaMax(), summary: "momentum divided by a decaying maximum of magnitudes",
    paper: "Kingma and Ba 2015 (arXiv:1412.6980)", laws: [.elementwise, .scaleInvariant],
    examples: [[:], ["weightDecay": "0.1"], ["weightDecay": "0.1", "decay": "decoupled", "beta2": "0.9"]],
    [
      .number("learningRate", \.learningRate, .nonNegative), .number("beta1", \.beta1, .decay),
      .number("beta2", \.beta2, .decay), .number("epsilon", \.epsilon, .positive),
      .number("weightDecay", \.weightDecay, .nonNegative), .choice("decay", \.decay),
    ])
}
