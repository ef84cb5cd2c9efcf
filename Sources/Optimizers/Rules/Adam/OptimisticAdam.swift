/// Adam that expects its direction to change on as it has just changed, for games and saddle points.
///
/// w ← w − η ((α + β) d − β d′), where d = m̂/(√(v̂ + ε₀) + ε) is the direction of `Adam` with its options, and d′ that
/// of the step before, at the first step d itself. Daskalakis, Ilyas, Syrgkanis, Zeng 2018 (arXiv:1711.00141), as
/// generalized by optax's `optimistic_adam_v2`.
public struct OptimisticAdam: AdamVariant {
  /// The hyperparameters shared with Adam.
  public var adam: Adam
  /// α, the weight of the direction itself.
  public var directionWeight: Double
  /// β, the weight of the direction's last change.
  public var changeWeight: Double

  /// The method with optax's defaults: α = β = 1, Adam's β₁ = 0.9, β₂ = 0.999, ε = 1e-8, ε₀ = 0, Nesterov's momentum;
  /// η = 1e-3 is Adam's, optax has none.
  public init(
    learningRate: Double = 1e-3, directionWeight: Double = 1, changeWeight: Double = 1, beta1: Double = 0.9,
    beta2: Double = 0.999, epsilon: Double = 1e-8, weightDecay: Double = 0, decay: DecayKind = .coupled,
    epsilonRoot: Double = 0, nesterov: Bool = true
  ) {
    adam = Adam(
      learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon, weightDecay: weightDecay, decay: decay,
      epsilonRoot: epsilonRoot, nesterov: nesterov)
    self.directionWeight = directionWeight
    self.changeWeight = changeWeight
  }

  public var slots: [Slot] { adam.slots + ["previousDirection"] }

  /// What is the same for all elements of a step.
  public struct Coefficients: Sendable {
    @usableFromInline let adam: Adam.Coefficients
    @usableFromInline let optimism: OptimisticWeights
    @usableFromInline let previousSlot: Int
  }

  public func coefficients(at step: Step) -> Coefficients {
    // Directions are kept without the learning rate, which may be another one at the next step.
    var unit = adam
    unit.learningRate = 1
    let sizes = unit.stepSizes(at: step)
    return Coefficients(
      adam: adam.coefficients(at: step, meanSize: sizes.mean, gradientSize: sizes.gradient),
      optimism: OptimisticWeights(value: directionWeight, change: changeWeight, at: step),
      previousSlot: adam.slots.count)
  }

  @inlinable @inline(__always)
  public func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at c: Coefficients) {
    let g = c.adam.decay.apply(to: &w, along: g)
    let direction = adam.step(along: g, &s, at: c.adam)
    w -= adam.learningRate * c.optimism.extrapolate(direction, s[c.previousSlot])
    s[c.previousSlot] = direction
  }
}

extension OptimisticAdam {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "optimistic-adam", OptimisticAdam(), summary: "Adam that extrapolates its direction's last change, for games",
    paper: "Daskalakis et al. 2018 (arXiv:1711.00141)", laws: [.elementwise, .scaleInvariant],
    examples: [
      [:], ["directionWeight": "0.5", "changeWeight": "0.7", "beta1": "0.8", "beta2": "0.99", "nesterov": "false"],
      ["epsilonRoot": "1e-8", "weightDecay": "0.1", "decay": "decoupled"],
      ["amsgrad": "corrected", "correctsMean": "false", "correctsMeanSquare": "false"],
    ],
    Hyperparameter.adam() + [
      .number("directionWeight", \.directionWeight, .nonNegative),
      .number("changeWeight", \.changeWeight, .nonNegative),
    ])
}
