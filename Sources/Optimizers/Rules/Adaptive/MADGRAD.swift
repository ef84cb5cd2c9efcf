/// MADGRAD: momentumized dual averaging, divided by the cube root of a growing sum of squared gradients.
///
/// g ← g + λ w; l = (η + ε) √t; v ← v + l g²; s ← s + l g; z = w₀ − s/(∛v + ε); w ← μ w + (1 − μ) z, with the
/// parameters w₀ of the beginning. Defazio and Jelassi 2021 (arXiv:2101.11075); ε in the rate as in their code and optax.
public struct MADGRAD: ElementwiseOptimizer {
  /// η, the size of a step.
  public var learningRate: Double
  /// μ, how much of the point before is kept.
  public var momentum: Double
  /// ε, added to the cube root and to the rate.
  public var epsilon: Double
  /// λ, added to the gradient times the weight.
  public var weightDecay: Double

  /// The method with its authors' defaults: η = 0.01, μ = 0.9, ε = 1e-6.
  public init(learningRate: Double = 0.01, momentum: Double = 0.9, epsilon: Double = 1e-6, weightDecay: Double = 0) {
    self.learningRate = learningRate
    self.momentum = momentum
    self.epsilon = epsilon
    self.weightDecay = weightDecay
  }

  public var slots: [Slot] { ["sumOfSquares", "sum", .parameters("start")] }

  /// What is the same for all elements of a step.
  public struct Coefficients: Sendable {
    @usableFromInline let rate: Double
  }

  public func coefficients(at step: Step) -> Coefficients {
    Coefficients(rate: (learningRate + epsilon) * Double(step.number).squareRoot())
  }

  @inlinable @inline(__always)
  public func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at c: Coefficients) {
    let g = g + weightDecay * w
    s[0] += c.rate * (g * g)
    s[1] += c.rate * g
    let target = s[2] - s[1] / (s[0].cubeRoot() + epsilon)
    // As a difference, so that weights that are at their target stay there to the bit.
    w += (1 - momentum) * (target - w)
  }
}

extension MADGRAD {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "madgrad", MADGRAD(), summary: "momentumized dual averaging, divided by the cube root of summed squared gradients",
    paper: "Defazio and Jelassi 2021 (arXiv:2101.11075)", laws: .elementwise,
    examples: [[:], ["learningRate": "0.02", "momentum": "0.8", "epsilon": "1e-5", "weightDecay": "0.1"]],
    [
      .number("learningRate", \.learningRate, .nonNegative), .number("momentum", \.momentum, .decay),
      .number("epsilon", \.epsilon, .positive), .number("weightDecay", \.weightDecay, .nonNegative),
    ])
}
