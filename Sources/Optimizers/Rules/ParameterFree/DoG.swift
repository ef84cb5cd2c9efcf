/// DoG, distance over gradients: gradient descent whose rate is how far it has come over the size of all gradients.
///
/// g ← g + λ w; r ← max(r, ‖w − w₀‖); G ← G + ‖g‖²; w ← w − η r/√(G + ε) · g. The authors evaluate at an average of the
/// weights. Ivgi, Hinder, Carmon 2023 (arXiv:2302.12022).
public struct DoG: Optimizer {
  /// η, a factor on the learned rate.
  public var learningRate: Double
  /// How r begins.
  public var start: Start
  /// The number that `start` speaks of.
  public var startValue: Double
  /// ε, added to G.
  public var epsilon: Double
  /// λ, added to the gradient times the weight.
  public var weightDecay: Double

  /// How the distance begins, on which the first step depends.
  public enum Start: String, CaseIterable, Sendable {
    /// r is the value times 1 + ‖w₀‖.
    case heuristic
    /// r is the value.
    case distance
    /// r is 0, and the rate of the first step is the value.
    case learningRate
  }

  /// The method with optax's defaults, η = 1 and ε = 1e-8, and the paper's start, 1e-6 (1 + ‖w₀‖); the authors take 1e-4
  /// in models with batch normalization.
  public init(
    learningRate: Double = 1, start: Start = .heuristic, startValue: Double = 1e-6, epsilon: Double = 1e-8,
    weightDecay: Double = 0
  ) {
    self.learningRate = learningRate
    self.start = start
    self.startValue = startValue
    self.epsilon = epsilon
    self.weightDecay = weightDecay
  }

  private var slots: [Slot] { [.parameters("start"), .number("distance"), .number("sumOfSquares")] }

  public func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> {
    var state = OptimizerState(slots, for: parameters)
    switch start {
    case .heuristic: state.slots[1][0] = S.Accumulator(startValue) * (1 + parameters.euclideanNorm)
    case .distance: state.slots[1][0] = S.Accumulator(startValue)
    case .learningRate: break
    }
    return state
  }

  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    state.arrangeSlots(for: slots)
    state.step += 1
    let squaredDistance = (state.slots[0] - parameters.values.widened()).reduced(.sumOfSquares)
    let distance = max(state.slots[1].item, squaredDistance.squareRoot())
    let sumOfSquares = state.slots[2].item + gradient.sumOfSquares(decay: weightDecay, at: parameters)
    state.slots[1][0] = distance
    state.slots[2][0] = sumOfSquares
    let denominator = (sumOfSquares + S.Accumulator(epsilon)).squareRoot()
    var rate = denominator > 0 ? distance / denominator : 0
    if start == .learningRate && state.step == 1 { rate = S.Accumulator(startValue) }
    DecayedDescent(decay: weightDecay).step(&parameters, along: gradient, rate: S.Accumulator(learningRate) * rate)
  }
}

extension DoG {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "dog", DoG(), summary: "gradient descent whose rate is distance over gradients",
    paper: "Ivgi, Hinder, Carmon 2023 (arXiv:2302.12022)", laws: .scaleInvariant,
    examples: [
      [:], ["start": "distance", "startValue": "0.1", "weightDecay": "0.1"],
      ["start": "learningRate", "startValue": "0.01", "learningRate": "0.5"],
    ],
    [
      .number("learningRate", \.learningRate, .nonNegative), .choice("start", \.start),
      .number("startValue", \.startValue, .positive), .number("epsilon", \.epsilon, .nonNegative),
      .number("weightDecay", \.weightDecay, .nonNegative),
    ])
}
