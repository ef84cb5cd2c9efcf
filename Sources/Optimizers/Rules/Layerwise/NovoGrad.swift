/// NovoGrad: momentum of gradients that are divided by a running norm of each tensor.
///
/// v ← β₂ v + (1 − β₂) ‖g‖² for each tensor, v ← ‖g‖² at the first step; m ← β₁ m + g/(√(v + ε_root) + ε) + λ w;
/// w ← w − η m. Ginsburg et al. 2019 (arXiv:1905.11286), as optax defines it. Where the divisor is 0, so is the gradient,
/// and 0 is added.
public struct NovoGrad: LayerwiseOptimizer {
  /// η, the size of a step.
  public var learningRate: Double
  /// β₁, how much of the momentum is kept.
  public var beta1: Double
  /// β₂, the weight of the past in the mean squared norm.
  public var beta2: Double
  /// ε, added to the root.
  public var epsilon: Double
  /// ε_root, added below the root.
  public var epsilonRoot: Double
  /// λ, added to the momentum times the weight.
  public var weightDecay: Double

  /// The method with optax's defaults β₁ = 0.9, β₂ = 0.25, ε = 1e-6, and the paper's η = 0.01.
  public init(
    learningRate: Double = 0.01, beta1: Double = 0.9, beta2: Double = 0.25, epsilon: Double = 1e-6,
    epsilonRoot: Double = 0, weightDecay: Double = 0
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.epsilonRoot = epsilonRoot
    self.weightDecay = weightDecay
  }

  public var slots: [Slot] { ["momentum"] }
  public var tensorSlot: String? { "meanSquaredNorm" }
  public var stepsAlongGradient: Bool { true }

  public func factor<A: Scalar>(weights: A, direction: A, kept: inout A, at step: Step) -> A where A.Accumulator == A {
    let square = direction * direction
    kept = step.number == 1 ? square : A(beta2) * kept + A(1 - beta2) * square
    let divisor = (kept + A(epsilonRoot)).squareRoot() + A(epsilon)
    return divisor == 0 ? 0 : 1 / divisor
  }

  @inlinable @inline(__always)
  public func update<V: Lane>(_ w: inout V, along u: V, _ s: inout Slots<V>, at step: Step) {
    s[0] = beta1 * s[0] + u + weightDecay * w
    w -= learningRate * s[0]
  }
}

extension NovoGrad {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "novograd", NovoGrad(), summary: "momentum of gradients that are divided by a running norm of each tensor",
    paper: "Ginsburg et al. 2019 (arXiv:1905.11286)", laws: [.scaleInvariant, .segmented],
    examples: [[:], ["beta1": "0.8", "beta2": "0.5", "epsilonRoot": "1e-12", "weightDecay": "0.1"]],
    [
      .number("learningRate", \.learningRate, .nonNegative), .number("beta1", \.beta1, .decay),
      .number("beta2", \.beta2, .decay), .number("epsilon", \.epsilon, .positive),
      .number("epsilonRoot", \.epsilonRoot, .nonNegative), .number("weightDecay", \.weightDecay, .nonNegative),
    ])
}
