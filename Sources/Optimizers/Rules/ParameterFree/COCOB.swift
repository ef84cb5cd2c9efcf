/// COCOB, continuous coin betting: every element bets a part of what it has won so far, and no learning rate is needed.
///
/// g ← η (g + λ w); L ← max(L, |g|), from ε; G ← G + |g|; R ← max(R − g (w − w₀), 0); C ← C − g;
/// w ← w₀ + C/(L max(G + L, α L)) · (L + R), with the parameters w₀ of the beginning.
/// Orabona and Tommasi 2017 (arXiv:1705.07795), algorithm 2.
public struct COCOB: ElementwiseOptimizer {
  /// η, a factor on the gradients: as long as it stays the same it is, but for ε, of no effect.
  public var learningRate: Double
  /// α, the smallest share of past gradients that a bet reckons with; it keeps the first steps small.
  public var alpha: Double
  /// ε, what the largest gradient is taken to be before the first.
  public var epsilon: Double
  /// λ, added to the gradient times the weight.
  public var weightDecay: Double

  /// The method with its authors' α = 100, and optax's η = 1, ε = 1e-8.
  public init(learningRate: Double = 1, alpha: Double = 100, epsilon: Double = 1e-8, weightDecay: Double = 0) {
    self.learningRate = learningRate
    self.alpha = alpha
    self.epsilon = epsilon
    self.weightDecay = weightDecay
  }

  public var slots: [Slot] {
    [.parameters("start"), .filled("largest", with: epsilon), "absoluteSum", "reward", "negativeSum"]
  }

  @inlinable @inline(__always)
  public func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at step: Step) {
    let g = learningRate * (g + weightDecay * w)
    let start = s[0]
    let largest = V.maximum(s[1], g.absolute)
    s[1] = largest
    s[2] += g.absolute
    s[3] = V.maximum(s[3] - g * (w - start), V(0))
    s[4] -= g
    // Two quotients: the product of the denominators would leave Float's range with gradients of 1e-18 or 1e19.
    w = start + s[4] / V.maximum(s[2] + largest, alpha * largest) * ((largest + s[3]) / largest)
  }
}

extension COCOB {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "cocob", COCOB(), summary: "coin betting: every element bets a part of what it has won, without a learning rate",
    paper: "Orabona and Tommasi 2017 (arXiv:1705.07795)", laws: [.elementwise, .scaleInvariant],
    examples: [[:], ["learningRate": "0.5", "alpha": "50", "epsilon": "1e-6", "weightDecay": "0.1"]],
    [
      .number("learningRate", \.learningRate, .nonNegative), .number("alpha", \.alpha, .nonNegative),
      .number("epsilon", \.epsilon, .positive), .number("weightDecay", \.weightDecay, .nonNegative),
    ])
}
