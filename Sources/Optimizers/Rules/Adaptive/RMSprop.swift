/// RMSprop: steps divided by a running root mean square of the gradient; PyTorch's definition.
///
/// g ← g + λ w; v ← α v + (1 − α) g²; d = √v + ε, centered √(v − m²) + ε with m ← α m + (1 − α) g;
/// w ← w − η g/d, or with momentum b ← μ b + g/d and w ← w − η b. Tieleman and Hinton 2012 (lecture 6.5).
public struct RMSprop: ElementwiseOptimizer {
  public var learningRate: Double
  /// α, the weight of the past in the averages.
  public var decay: Double
  /// ε, added to the root.
  public var epsilon: Double
  /// μ, how much of the last step is kept.
  public var momentum: Double
  /// Whether the variance is used instead of the mean square.
  public var centered: Bool
  /// λ, added to the gradient times the weight.
  public var weightDecay: Double

  /// The method with PyTorch's defaults: η = 0.01, α = 0.99, ε = 1e-8.
  public init(
    learningRate: Double = 0.01, decay: Double = 0.99, epsilon: Double = 1e-8, momentum: Double = 0,
    centered: Bool = false, weightDecay: Double = 0
  ) {
    self.learningRate = learningRate
    self.decay = decay
    self.epsilon = epsilon
    self.momentum = momentum
    self.centered = centered
    self.weightDecay = weightDecay
  }

  public var slots: [Slot] { ["meanSquare"] + (centered ? ["mean"] : []) + (momentum == 0 ? [] : ["momentum"]) }

  @inlinable @inline(__always)
  public func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at step: Step) {
    let g = g + weightDecay * w
    s[0] = decay * s[0] + (1 - decay) * (g * g)
    var variance = s[0]
    if centered {
      s[1] = decay * s[1] + (1 - decay) * g
      variance = V.maximum(variance - s[1] * s[1], V(0))
    }
    var direction = g / (variance.squareRoot() + epsilon)
    if momentum != 0 {
      let slot = centered ? 2 : 1
      s[slot] = momentum * s[slot] + direction
      direction = s[slot]
    }
    w -= learningRate * direction
  }
}

extension RMSprop {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "rmsprop", RMSprop(), summary: "steps divided by a running root mean square of the gradient",
    paper: "Tieleman and Hinton 2012 (lecture 6.5)", laws: [.elementwise, .scaleInvariant],
    examples: [
      [:], ["centered": "true"],
      ["decay": "0.9", "momentum": "0.7", "centered": "true", "weightDecay": "0.1"],
    ],
    [
      .number("learningRate", \.learningRate, .nonNegative), .number("decay", \.decay, .decay),
      .number("epsilon", \.epsilon, .nonNegative), .number("momentum", \.momentum, .nonNegative),
      .flag("centered", \.centered), .number("weightDecay", \.weightDecay, .nonNegative),
    ])
}
