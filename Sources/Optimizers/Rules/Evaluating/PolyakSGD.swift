/// Gradient descent with Polyak's step size: so long that the linear model of the objective reaches its least value.
///
/// w ← w − τ σ g with τ = min((f(w) − f*)/(‖σ g‖² + ε), η), and no step where ‖σ g‖² + ε vanishes. It needs the
/// gradient's `loss`. Loizou, Vaswani, Laradji, Lacoste-Julien 2021 (arXiv:2002.10542); with the gap's positive part
/// Garrigos, Gower, Schaipp 2023 (arXiv:2307.14528); Polyak 1987 (Introduction to Optimization).
public struct PolyakSGD: Optimizer {
  /// η, the largest step.
  public var learningRate: Double
  /// σ, a factor on the gradient.
  public var scaling: Double
  /// f*, the least value of the objective.
  public var lowerBound: Double
  /// ε, added to the squared norm.
  public var epsilon: Double
  /// What is done where the objective lies below f*.
  public var variant: Variant

  /// What is done where the objective lies below its supposed least value.
  public enum Variant: String, CaseIterable, Sendable {
    /// The step goes up the gradient.
    case sps
    /// No step is taken.
    case spsPlus = "sps+"
  }

  /// The squared norm up to which a gradient counts as zero: Double's unit in the last place of 1, in every scalar type, as
  /// in optax.
  static let vanishing = Double.ulpOfOne

  /// The method with optax's defaults: η = 1, σ = 1, f* = 0, ε = 0, `sps`.
  public init(
    learningRate: Double = 1, scaling: Double = 1, lowerBound: Double = 0, epsilon: Double = 0, variant: Variant = .sps
  ) {
    self.learningRate = learningRate
    self.scaling = scaling
    self.lowerBound = lowerBound
    self.epsilon = epsilon
    self.variant = variant
  }

  public func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> { OptimizerState() }

  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    state.step += 1
    gradient.multiply(by: S.Accumulator(scaling))
    var gap = gradient.requiredLoss(by: "PolyakSGD") - S.Accumulator(lowerBound)
    if variant == .spsPlus { gap = max(gap, 0) }
    let denominator = gradient.sumOfSquares + S.Accumulator(epsilon)
    guard denominator > S.Accumulator(Self.vanishing) else { return }
    DecayedDescent(decay: 0).step(
      &parameters, along: gradient, rate: min(gap / denominator, S.Accumulator(learningRate)))
  }
}

extension PolyakSGD {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "polyak-sgd", PolyakSGD(), summary: "gradient descent with steps sized by how far the loss is from its least",
    paper: "Loizou et al. 2021 (arXiv:2002.10542); Garrigos et al. 2023 (arXiv:2307.14528)", laws: .needsLoss,
    examples: [
      [:], ["variant": "sps+", "learningRate": "0.1", "scaling": "0.5", "lowerBound": "0.1", "epsilon": "0.01"],
    ],
    [
      .number("learningRate", \.learningRate, .nonNegative), .number("scaling", \.scaling, .positive),
      .number("lowerBound", \.lowerBound), .number("epsilon", \.epsilon, .nonNegative), .choice("variant", \.variant),
    ])
}
