/// AdaDelta: steps as large as recent steps were, divided by a running root mean square of the gradient.
///
/// g ← g + λ w; v ← ρ v + (1 − ρ) g²; d = √(x + ε)/√(v + ε) g; x ← ρ x + (1 − ρ) d²; w ← w − η d.
/// Zeiler 2012 (arXiv:1212.5701), where η is 1.
public struct AdaDelta: ElementwiseOptimizer {
  /// η, the size of a step.
  public var learningRate: Double
  /// ρ, the weight of the past in the averages.
  public var decay: Double
  /// ε, added inside both roots; it sets the size of the first steps.
  public var epsilon: Double
  /// λ, added to the gradient times the weight.
  public var weightDecay: Double

  /// The method with the defaults of PyTorch and optax: η = 1, ρ = 0.9, ε = 1e-6.
  public init(learningRate: Double = 1, decay: Double = 0.9, epsilon: Double = 1e-6, weightDecay: Double = 0) {
    self.learningRate = learningRate
    self.decay = decay
    self.epsilon = epsilon
    self.weightDecay = weightDecay
  }

  public var slots: [Slot] { ["meanSquare", "meanSquareStep"] }

  @inlinable @inline(__always)
  public func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at step: Step) {
    let g = g + weightDecay * w
    s[0] = decay * s[0] + (1 - decay) * (g * g)
    let direction = (s[1] + epsilon).magnitudeRoot() / (s[0] + epsilon).magnitudeRoot() * g
    s[1] = decay * s[1] + (1 - decay) * (direction * direction)
    w -= learningRate * direction
  }
}

extension AdaDelta {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "adadelta", AdaDelta(), summary: "steps as large as recent steps, divided by the gradient's root mean square",
    paper: "Zeiler 2012 (arXiv:1212.5701)", laws: [.elementwise, .scaleInvariant],
    examples: [[:], ["learningRate": "0.8", "decay": "0.95", "epsilon": "1e-5", "weightDecay": "0.1"]],
    [
      .number("learningRate", \.learningRate, .nonNegative), .number("decay", \.decay, .decay),
      .number("epsilon", \.epsilon, .positive), .number("weightDecay", \.weightDecay, .nonNegative),
    ])
}
