/// AdaGrad: steps divided by the root of the sum of all squared gradients so far; PyTorch's and optax's definitions.
///
/// g ← g + λ w; s ← s + g²; w ← w − η/(1 + (t − 1) κ) · g/(√s + ε), or with ε inside the root g/√(s + ε).
/// Duchi, Hazan, Singer 2011 (jmlr.org/papers/v12/duchi11a.html), the diagonal kind.
///
/// optax's is `AdaGrad(initialAccumulator: 0.1, epsilon: 1e-7, epsilonPlacement: .insideRoot)`.
public struct AdaGrad: ElementwiseOptimizer {
  /// η, the size of a step.
  public var learningRate: Double
  /// κ, by which the rate falls with the number of steps.
  public var rateDecay: Double
  /// What the sum of squares begins with.
  public var initialAccumulator: Double
  /// ε, added to the root or inside it.
  public var epsilon: Double
  /// Where ε is added.
  public var epsilonPlacement: EpsilonPlacement
  /// λ, added to the gradient times the weight.
  public var weightDecay: Double

  /// The method with PyTorch's defaults: η = 0.01, κ = 0, a sum that begins at 0, ε = 1e-10 outside the root.
  public init(
    learningRate: Double = 0.01, rateDecay: Double = 0, initialAccumulator: Double = 0, epsilon: Double = 1e-10,
    epsilonPlacement: EpsilonPlacement = .outsideRoot, weightDecay: Double = 0
  ) {
    self.learningRate = learningRate
    self.rateDecay = rateDecay
    self.initialAccumulator = initialAccumulator
    self.epsilon = epsilon
    self.epsilonPlacement = epsilonPlacement
    self.weightDecay = weightDecay
  }

  public var slots: [Slot] { [.filled("sumOfSquares", with: initialAccumulator)] }

  /// What is the same for all elements of a step.
  public struct Coefficients: Sendable {
    @usableFromInline let rate: Double
  }

  public func coefficients(at step: Step) -> Coefficients {
    Coefficients(rate: learningRate / (1 + Double(step.number - 1) * rateDecay))
  }

  @inlinable @inline(__always)
  public func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at c: Coefficients) {
    let g = g + weightDecay * w
    s[0] += g * g
    w -= c.rate * (g / epsilonPlacement.root(of: s[0], epsilon: epsilon))
  }
}

extension AdaGrad {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "adagrad", AdaGrad(), summary: "steps divided by the root of the sum of all squared gradients",
    paper: "Duchi, Hazan, Singer 2011 (jmlr.org/papers/v12/duchi11a.html)", laws: [.elementwise, .scaleInvariant],
    examples: [
      [:], ["learningRate": "0.1", "rateDecay": "0.1", "weightDecay": "0.1"],
      ["initialAccumulator": "0.1", "epsilon": "1e-7", "epsilonPlacement": "insideRoot"],
    ],
    [
      .number("learningRate", \.learningRate, .nonNegative), .number("rateDecay", \.rateDecay, .nonNegative),
      .number("initialAccumulator", \.initialAccumulator, .nonNegative), .number("epsilon", \.epsilon, .positive),
      .choice("epsilonPlacement", \.epsilonPlacement), .number("weightDecay", \.weightDecay, .nonNegative),
    ])
}
