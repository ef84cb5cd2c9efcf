/// Adam: momentum divided by a running root mean square, both corrected for beginning at zero.
///
/// g ← g + λ w; m ← β₁ m + (1 − β₁) g; v ← β₂ v + (1 − β₂) g²;
/// w ← w − η/(1 − β₁ᵗ) · m / (√v/√(1 − β₂ᵗ) + ε). Kingma and Ba 2015 (arXiv:1412.6980).
public struct Adam: ElementwiseOptimizer {
  public var learningRate: Double
  /// β₁, the weight of the past in the mean.
  public var beta1: Double
  /// β₂, the weight of the past in the mean square.
  public var beta2: Double
  /// ε, added to the root.
  public var epsilon: Double
  /// λ, added to the gradient times the weight; `AdamW` decays the weights themselves.
  public var weightDecay: Double

  /// The method with the paper's defaults: η = 1e-3, β₁ = 0.9, β₂ = 0.999, ε = 1e-8.
  public init(
    learningRate: Double = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8,
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
    @usableFromInline let stepSize: Double
    @usableFromInline let epsilon: Double
  }

  public func coefficients(at step: Step) -> Coefficients {
    // The root's correction is multiplied out of the elements' quotient: one division less for each.
    let rootCorrection = step.correction(beta2).squareRoot()
    return Coefficients(
      stepSize: learningRate / step.correction(beta1) * rootCorrection, epsilon: epsilon * rootCorrection)
  }

  @inlinable @inline(__always)
  public func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at c: Coefficients) {
    let g = g + weightDecay * w
    s[0] = beta1 * s[0] + (1 - beta1) * g
    s[1] = beta2 * s[1] + (1 - beta2) * (g * g)
    w -= c.stepSize * s[0] / (s[1].squareRoot() + c.epsilon)
  }
}

extension Adam {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "adam", Adam(), summary: "momentum divided by a running root mean square, both corrected for beginning at zero",
    paper: "Kingma and Ba 2015 (arXiv:1412.6980)", laws: [.elementwise, .scaleInvariant],
    examples: [[:], ["beta1": "0.8", "beta2": "0.99", "weightDecay": "0.1"]],
    [
      .number("learningRate", \.learningRate, .nonNegative), .number("beta1", \.beta1, .decay),
      .number("beta2", \.beta2, .decay), .number("epsilon", \.epsilon, .nonNegative),
      .number("weightDecay", \.weightDecay, .nonNegative),
    ])
}
