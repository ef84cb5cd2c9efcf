/// Lion: the sign of a momentum into which the gradient is mixed more strongly than the momentum keeps it.
///
/// w ← w − η (sign(β₁ m + (1 − β₁) g) + λ w), then m ← β₂ m + (1 − β₂) g. All steps have the size η, so that a rate three
/// to ten times smaller than Adam's and a decay as many times larger are usual.
/// Chen, Liang, Huang and others 2023 (arXiv:2302.06675).
public struct Lion: ElementwiseOptimizer {
  /// η, the size of a step.
  public var learningRate: Double
  /// β₁, the weight of the momentum in the step.
  public var beta1: Double
  /// β₂, the weight of the past in the momentum.
  public var beta2: Double
  /// λ, of the weights' own decay, apart from the sign.
  public var weightDecay: Double

  /// The method with the defaults of its authors' code: η = 1e-4, β₁ = 0.9, β₂ = 0.99, λ = 0 (optax's λ is 1e-3).
  public init(learningRate: Double = 1e-4, beta1: Double = 0.9, beta2: Double = 0.99, weightDecay: Double = 0) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.weightDecay = weightDecay
  }

  public var slots: [Slot] { ["momentum"] }

  @inlinable @inline(__always)
  public func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at step: Step) {
    w -= learningRate * ((beta1 * s[0] + (1 - beta1) * g).sign + weightDecay * w)
    s[0] = beta2 * s[0] + (1 - beta2) * g
  }
}

extension Lion {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "lion", Lion(), summary: "the sign of a momentum mixed with the gradient, and decoupled weight decay",
    paper: "Chen et al. 2023 (arXiv:2302.06675)", laws: [.elementwise, .scaleInvariant],
    examples: [[:], ["learningRate": "0.02", "beta1": "0.95", "beta2": "0.98", "weightDecay": "0.1"]],
    [
      .number("learningRate", \.learningRate, .nonNegative), .number("beta1", \.beta1, .decay),
      .number("beta2", \.beta2, .decay), .number("weightDecay", \.weightDecay, .nonNegative),
    ])
}
