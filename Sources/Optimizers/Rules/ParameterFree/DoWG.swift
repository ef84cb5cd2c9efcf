/// DoWG, distance over weighted gradients: as DoG, but gradients count by the distance at which they were taken.
///
/// g ← g + λ w; r² ← max(r², ‖w − w₀‖²); G ← G + r² ‖g‖²; w ← w − η r²/(√G + ε) · g.
/// Khaled, Mishchenko, Jin 2023 (arXiv:2305.16284).
public struct DoWG: Optimizer {
  /// η, a factor on the learned rate.
  public var learningRate: Double
  /// r² to begin with; ε where nil.
  public var initialSquaredDistance: Double?
  /// ε, added to the root.
  public var epsilon: Double
  /// λ, added to the gradient times the weight.
  public var weightDecay: Double

  /// The method with optax's defaults, η = 1 and ε = 1e-4, which is r² to begin with.
  public init(
    learningRate: Double = 1, initialSquaredDistance: Double? = nil, epsilon: Double = 1e-4, weightDecay: Double = 0
  ) {
    self.learningRate = learningRate
    self.initialSquaredDistance = initialSquaredDistance
    self.epsilon = epsilon
    self.weightDecay = weightDecay
  }

  private var slots: [Slot] {
    [
      .parameters("start"), .number("squaredDistance", initialSquaredDistance ?? epsilon),
      .number("weightedSumOfSquares"),
    ]
  }

  public func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> {
    OptimizerState(slots, for: parameters)
  }

  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    state.arrangeSlots(for: slots)
    state.step += 1
    let current = (state.slots[0] - parameters.values.widened()).reduced(.sumOfSquares)
    let squaredDistance = max(state.slots[1].item, current)
    let squares = gradient.sumOfSquares(decay: weightDecay, at: parameters)
    let weighted = state.slots[2].item + squaredDistance * squares
    state.slots[1][0] = squaredDistance
    state.slots[2][0] = weighted
    let denominator = weighted.squareRoot() + S.Accumulator(epsilon)
    let rate = denominator > 0 ? squaredDistance / denominator : 0
    DecayedDescent(decay: weightDecay).step(&parameters, along: gradient, rate: S.Accumulator(learningRate) * rate)
  }
}

extension DoWG {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "dowg", DoWG(), summary: "gradient descent whose rate is distance over gradients weighted by distance",
    paper: "Khaled, Mishchenko, Jin 2023 (arXiv:2305.16284)",
    examples: [[:], ["initialSquaredDistance": "0.01", "weightDecay": "0.1", "learningRate": "0.5"]],
    [
      .number("learningRate", \.learningRate, .nonNegative),
      .number("initialSquaredDistance", \.initialSquaredDistance, .positive),
      .number("epsilon", \.epsilon, .positive), .number("weightDecay", \.weightDecay, .nonNegative),
    ])
}
