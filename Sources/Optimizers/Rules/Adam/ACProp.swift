/// ACProp: the gradient divided by how far gradients were from their mean, up to the step before.
///
/// w ← (1 − η λ) w − η g/(√ŝₜ₋₁ + ε), with ŝ = s/(1 − β₂ᵗ⁻¹), and 1 for it at the first step; then
/// s ← β₂ s + (1 − β₂)(g − m)² + ε₀ and m ← β₁ m + (1 − β₁) g. Optax's definition, with the mean before this gradient.
/// Zhuang, Ding, Tang, Dvornek, Tatikonda, Duncan 2021 (arXiv:2110.05454).
///
/// **Optax's ε = 1e-16 is next to nothing**: an element whose gradients were all alike, or zero, is divided by it, and its
/// first other gradient throws its weight far away. A pixel that is white in nearly all images does that: the digits are
/// learned with `ACProp(learningRate: 0.01, epsilon: 1e-3)`, and at no rate with the default ε.
public struct ACProp: ElementwiseOptimizer {
  /// η, the size of a step.
  public var learningRate: Double
  /// β₁, the weight of the past in the mean.
  public var beta1: Double
  /// β₂, the weight of the past in the mean square.
  public var beta2: Double
  /// ε, added to the root.
  public var epsilon: Double
  /// λ, decoupled.
  public var weightDecay: Double
  /// ε₀, added to the square at each step.
  public var epsilonRoot: Double

  /// The method with η = 1e-3 and optax's defaults: β₁ = 0.9, β₂ = 0.999, ε = ε₀ = 1e-16, no decay.
  public init(
    learningRate: Double = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-16,
    weightDecay: Double = 0, epsilonRoot: Double = 1e-16
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    self.epsilonRoot = epsilonRoot
  }

  public var slots: [Slot] { ["mean", "meanSquare"] }

  /// What is the same for all elements of a step.
  public struct Coefficients: Sendable {
    @usableFromInline let decay: DecayFactors
    @usableFromInline let isFirst: Bool
    @usableFromInline let stepSize: Double
    @usableFromInline let epsilon: Double
  }

  public func coefficients(at step: Step) -> Coefficients {
    let isFirst = step.number == 1
    let root = isFirst ? 1 : Step(number: step.number - 1).correction(beta2).squareRoot()
    return Coefficients(
      decay: DecayFactors(.decoupled, weightDecay: weightDecay, learningRate: learningRate), isFirst: isFirst,
      stepSize: learningRate * root, epsilon: epsilon * root)
  }

  @inlinable @inline(__always)
  public func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at c: Coefficients) {
    let g = c.decay.apply(to: &w, along: g)
    let root = c.isFirst ? V(1) : s[1].magnitudeRoot()
    w -= c.stepSize * g / (root + c.epsilon)
    let surprise = g - s[0]
    s[1] = beta2 * s[1] + (1 - beta2) * (surprise * surprise) + epsilonRoot
    s[0] = beta1 * s[0] + (1 - beta1) * g
  }
}

extension ACProp {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "acprop", ACProp(), summary: "the gradient divided by how far those before were from their mean",
    paper: "Zhuang et al. 2021 (arXiv:2110.05454)", laws: .elementwise,
    examples: [
      [:], ["beta1": "0.8", "beta2": "0.9", "weightDecay": "0.1", "epsilon": "1e-8", "epsilonRoot": "1e-12"],
    ],
    [
      .number("learningRate", \.learningRate, .nonNegative), .number("beta1", \.beta1, .decay),
      .number("beta2", \.beta2, .decay), .number("epsilon", \.epsilon, .positive),
      .number("weightDecay", \.weightDecay, .nonNegative), .number("epsilonRoot", \.epsilonRoot, .nonNegative),
    ])
}
