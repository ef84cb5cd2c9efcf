/// Adam that expects its direction to change on as it has just changed, for games and saddle points.
///
/// m ← β₁ m + (1 − β₁) g; v ← β₂ v + (1 − β₂) g²; d = m̂/(√(v/(1 − β₂ᵗ) + ε₀) + ε), where m̂ = m/(1 − β₁ᵗ), or
/// Nesterov's β₁ m/(1 − β₁ᵗ⁺¹) + (1 − β₁) g/(1 − β₁ᵗ); w ← w − η ((α + β) d − β d′) with the direction d′ of the step
/// before, at the first step d itself. Daskalakis, Ilyas, Syrgkanis, Zeng 2018 (arXiv:1711.00141), as generalized by
/// optax's `optimistic_adam_v2`.
public struct OptimisticAdam: ElementwiseOptimizer {
  public var learningRate: Double
  /// α, the weight of the direction itself.
  public var directionWeight: Double
  /// β, the weight of the direction's last change.
  public var changeWeight: Double
  /// β₁, the weight of the past in the mean.
  public var beta1: Double
  /// β₂, the weight of the past in the mean square.
  public var beta2: Double
  /// ε, added to the root.
  public var epsilon: Double
  /// ε₀, added inside the root.
  public var rootEpsilon: Double
  /// Whether the mean looks ahead by a step.
  public var nesterov: Bool

  /// The method with optax's defaults: α = β = 1, Adam's β₁ = 0.9, β₂ = 0.999, ε = 1e-8, ε₀ = 0, Nesterov's variant;
  /// η = 1e-3 is Adam's, optax has none.
  public init(
    learningRate: Double = 1e-3, directionWeight: Double = 1, changeWeight: Double = 1, beta1: Double = 0.9,
    beta2: Double = 0.999, epsilon: Double = 1e-8, rootEpsilon: Double = 0, nesterov: Bool = true
  ) {
    self.learningRate = learningRate
    self.directionWeight = directionWeight
    self.changeWeight = changeWeight
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.rootEpsilon = rootEpsilon
    self.nesterov = nesterov
  }

  public var slots: [Slot] { ["mean", "meanSquare", "previousDirection"] }

  /// What is the same for all elements of a step.
  public struct Coefficients: Sendable {
    @usableFromInline let mean: Double
    @usableFromInline let gradient: Double
    @usableFromInline let meanSquare: Double
    @usableFromInline let optimism: OptimisticWeights
  }

  public func coefficients(at step: Step) -> Coefficients {
    let next = Step(number: step.number + 1)
    return Coefficients(
      mean: nesterov ? beta1 / next.correction(beta1) : 1 / step.correction(beta1),
      gradient: nesterov ? (1 - beta1) / step.correction(beta1) : 0, meanSquare: 1 / step.correction(beta2),
      optimism: OptimisticWeights(value: directionWeight, change: changeWeight, at: step))
  }

  @inlinable @inline(__always)
  public func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at c: Coefficients) {
    s[0] = beta1 * s[0] + (1 - beta1) * g
    s[1] = beta2 * s[1] + (1 - beta2) * (g * g)
    let mean = nesterov ? c.mean * s[0] + c.gradient * g : c.mean * s[0]
    let direction = mean / ((c.meanSquare * s[1] + rootEpsilon).squareRoot() + epsilon)
    w -= learningRate * c.optimism.extrapolate(direction, s[2])
    s[2] = direction
  }
}

extension OptimisticAdam {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "optimistic-adam", OptimisticAdam(), summary: "Adam that extrapolates its direction's last change, for games",
    paper: "Daskalakis et al. 2018 (arXiv:1711.00141)", laws: [.elementwise, .scaleInvariant],
    examples: [
      [:], ["directionWeight": "0.5", "changeWeight": "0.7", "beta1": "0.8", "beta2": "0.99", "nesterov": "false"],
      ["rootEpsilon": "1e-8"],
    ],
    [
      .number("learningRate", \.learningRate, .nonNegative),
      .number("directionWeight", \.directionWeight, .nonNegative),
      .number("changeWeight", \.changeWeight, .nonNegative), .number("beta1", \.beta1, .decay),
      .number("beta2", \.beta2, .decay), .number("epsilon", \.epsilon, .nonNegative),
      .number("rootEpsilon", \.rootEpsilon, .nonNegative), .flag("nesterov", \.nesterov),
    ])
}
