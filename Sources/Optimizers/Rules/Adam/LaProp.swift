/// LaProp: gradients are divided by the running root mean square first, and averaged afterwards.
///
/// w ← (1 − η λ) w; v ← β₂ v + (1 − β₂) g²; m ← β₁ m + (1 − β₁) g/(√v̂ + ε); w ← w − η m̂, hats corrected as in `Adam`.
/// Ziyin, Wang, Ueda 2020 (arXiv:2002.04839).
public struct LaProp: ElementwiseOptimizer {
  /// η, the size of a step.
  public var learningRate: Double
  /// β₁, the weight of the past in the mean; μ in the paper.
  public var beta1: Double
  /// β₂, the weight of the past in the mean square; ν in the paper.
  public var beta2: Double
  /// ε, added to the root.
  public var epsilon: Double
  /// λ, decoupled.
  public var weightDecay: Double

  /// The method with the defaults of the paper's program: η = 4e-4, β₁ = 0.9, β₂ = 0.999, ε = 1e-15, no decay.
  public init(
    learningRate: Double = 4e-4, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-15,
    weightDecay: Double = 0
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.weightDecay = weightDecay
  }

  public var slots: [Slot] { ["mean", "meanSquare"] }

  /// What is the same for all elements of a step.
  public struct Coefficients: Sendable {
    @usableFromInline let decay: DecayFactors
    /// √(1 − β₂ᵗ), which makes √v̂ of √v.
    @usableFromInline let root: Double
    @usableFromInline let stepSize: Double
  }

  public func coefficients(at step: Step) -> Coefficients {
    Coefficients(
      decay: DecayFactors(.decoupled, weightDecay: weightDecay, learningRate: learningRate),
      root: step.correction(beta2).squareRoot(), stepSize: learningRate / step.correction(beta1))
  }

  @inlinable @inline(__always)
  public func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at c: Coefficients) {
    let g = c.decay.apply(to: &w, along: g)
    s[1] = beta2 * s[1] + (1 - beta2) * (g * g)
    s[0] = beta1 * s[0] + ((1 - beta1) * c.root) * g / (s[1].magnitudeRoot() + epsilon * c.root)
    w -= c.stepSize * s[0]
  }
}

extension LaProp {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "laprop", LaProp(), summary: "gradients divided by a running root mean square, then averaged",
    paper: "Ziyin, Wang, Ueda 2020 (arXiv:2002.04839)", laws: [.elementwise, .scaleInvariant],
    examples: [[:], ["beta1": "0.8", "weightDecay": "0.1", "epsilon": "1e-8"]],
    [
      .number("learningRate", \.learningRate, .nonNegative), .number("beta1", \.beta1, .decay),
      .number("beta2", \.beta2, .decay), .number("epsilon", \.epsilon, .positive),
      .number("weightDecay", \.weightDecay, .nonNegative),
    ])
}
