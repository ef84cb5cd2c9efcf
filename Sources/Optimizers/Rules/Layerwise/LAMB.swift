/// LAMB: Adam with decay, each tensor's step as long as its weights.
///
/// u = m̂/(√(v̂ + ε_root) + ε) + λ w with Adam's m and v; w ← w − η ‖w‖/‖u‖ u for each tensor, the ratio being 1 where either
/// norm is 0. You et al. 2020 (arXiv:1904.00962), with φ the identity, as in optax.
public struct LAMB: LayerwiseOptimizer {
  /// η, the size of a step.
  public var learningRate: Double
  /// β₁, the weight of the past in the mean.
  public var beta1: Double
  /// β₂, the weight of the past in the mean square.
  public var beta2: Double
  /// ε, added to the root.
  public var epsilon: Double
  /// ε_root, added below the root.
  public var epsilonRoot: Double
  /// λ, added to the direction times the weight.
  public var weightDecay: Double

  /// The method with optax's defaults (ε = 1e-6, the paper's; λ = 0) and the learning rate of its authors' code.
  public init(
    learningRate: Double = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-6,
    epsilonRoot: Double = 0, weightDecay: Double = 0
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.epsilonRoot = epsilonRoot
    self.weightDecay = weightDecay
  }

  public var slots: [Slot] { ["mean", "meanSquare"] }

  /// What is the same for all elements of a step.
  public struct Coefficients: Sendable {
    /// Adam at a learning rate of 1.
    @usableFromInline let adam: Adam
    @usableFromInline let step: Adam.Coefficients
  }

  public func coefficients(at step: Step) -> Coefficients {
    let adam = Adam(learningRate: 1, beta1: beta1, beta2: beta2, epsilon: epsilon, epsilonRoot: epsilonRoot)
    return Coefficients(adam: adam, step: adam.coefficients(at: step))
  }

  @inlinable @inline(__always)
  public func direction<V: Lane>(along g: V, at w: V, _ s: inout Slots<V>, _ c: Coefficients) -> V {
    c.adam.step(along: g, &s, at: c.step) + weightDecay * w
  }

  public func factor<A: Scalar>(weights: A, direction: A, kept: inout A, at c: Coefficients) -> A
  where A.Accumulator == A { trustRatio(weights: weights, direction: direction) }

  @inlinable @inline(__always)
  public func update<V: Lane>(_ w: inout V, along u: V, _ s: inout Slots<V>, at c: Coefficients) {
    w -= learningRate * u
  }
}

extension LAMB {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "lamb", LAMB(), summary: "Adam, each tensor's step as long as its weights",
    paper: "You et al. 2020 (arXiv:1904.00962)", laws: [.scaleInvariant, .segmented],
    examples: [[:], ["beta1": "0.8", "epsilonRoot": "1e-12", "weightDecay": "0.1"]],
    [
      .number("learningRate", \.learningRate, .nonNegative), .number("beta1", \.beta1, .decay),
      .number("beta2", \.beta2, .decay), .number("epsilon", \.epsilon, .positive),
      .number("epsilonRoot", \.epsilonRoot, .nonNegative), .number("weightDecay", \.weightDecay, .nonNegative),
    ])
}
