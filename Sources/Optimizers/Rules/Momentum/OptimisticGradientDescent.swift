/// Gradient descent that expects the gradient to change on as it has just changed, for games and saddle points.
///
/// w ← w − η ((α + β) g − β g′) with the gradient g′ of the step before, at the first step g itself. With α = β = 1 it
/// is w ← w − η (2 g − g′). Daskalakis, Ilyas, Syrgkanis, Zeng 2018 (arXiv:1711.00141); the generalization is that of
/// Mokhtari, Ozdaglar, Pattathil 2020 (arXiv:1901.08511).
public struct OptimisticGradientDescent: ElementwiseOptimizer {
  /// η, the size of a step.
  public var learningRate: Double
  /// α, the weight of the gradient itself.
  public var gradientWeight: Double
  /// β, the weight of the gradient's last change.
  public var changeWeight: Double

  /// The method with optax's defaults, α = β = 1; η = 0.01 is that of `GradientDescent`, optax has none.
  public init(learningRate: Double = 0.01, gradientWeight: Double = 1, changeWeight: Double = 1) {
    self.learningRate = learningRate
    self.gradientWeight = gradientWeight
    self.changeWeight = changeWeight
  }

  public var slots: [Slot] { ["previousGradient"] }

  public func coefficients(at step: Step) -> OptimisticWeights {
    OptimisticWeights(value: gradientWeight, change: changeWeight, at: step)
  }

  @inlinable @inline(__always)
  public func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at c: OptimisticWeights) {
    w -= learningRate * c.extrapolate(g, s[0])
    s[0] = g
  }
}

extension OptimisticGradientDescent {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "optimistic-gradient-descent", OptimisticGradientDescent(),
    summary: "gradient descent that extrapolates the gradient's last change, for games",
    paper: "Daskalakis et al. 2018 (arXiv:1711.00141)", laws: .elementwise,
    examples: [[:], ["learningRate": "0.1", "gradientWeight": "0.7", "changeWeight": "0.5"]],
    [
      .number("learningRate", \.learningRate, .nonNegative),
      .number("gradientWeight", \.gradientWeight, .nonNegative),
      .number("changeWeight", \.changeWeight, .nonNegative),
    ])
}
