/// MoMo: momentum with a step as long as an average of the past's linear models of the loss warrants.
///
/// f̄, γ and m are averages with weight β of the past, begun at their first values, of f(w), ⟨g, w⟩ and g;
/// τ = min(η, ((1 + η λ)(f̄ − γ − f*) + ⟨m, w⟩)₊/‖m‖²); w ← w − η λ/(1 + η λ) w − τ m. It needs the gradient's `loss`.
/// Schaipp, Ohana, Eickenberg, Defazio, Gower 2023 (arXiv:2305.07583).
public struct MoMo: Optimizer {
  /// η, the largest step.
  public var learningRate: Double
  /// β, the weight of the past in the averages.
  public var beta: Double
  /// f*, a lower bound of the loss.
  public var lowerBound: Double
  /// λ, in decay of the weights.
  public var weightDecay: Double
  /// Whether f* is estimated on the way, `lowerBound` being what it is no less than.
  public var adaptsLowerBound: Bool

  /// The method with the defaults of the paper's code and optax: η = 1, β = 0.9, f* = 0, no decay.
  public init(
    learningRate: Double = 1, beta: Double = 0.9, lowerBound: Double = 0, weightDecay: Double = 0,
    adaptsLowerBound: Bool = false
  ) {
    self.learningRate = learningRate
    self.beta = beta
    self.lowerBound = lowerBound
    self.weightDecay = weightDecay
    self.adaptsLowerBound = adaptsLowerBound
  }

  private var slots: [Slot] {
    ["mean", .number("meanLoss"), .number("meanProduct"), .number("lowerBound", lowerBound)]
  }

  public func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> {
    OptimizerState(slots, for: parameters)
  }

  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    state.arrangeSlots(for: slots)
    let past = state.step == 0 ? 0 : beta
    state.step += 1
    let (kept, added) = (S.Accumulator(past), S.Accumulator(1 - past))
    state.slots[1][0] = kept * state.slots[1].item + added * gradient.requiredLoss(by: "MoMo")
    state.slots[2][0] = kept * state.slots[2].item + added * gradient.dot(parameters.values.widened())
    state.slots[0].combine(added * gradient.scale, gradient.vector.values.widened(), kept)
    let model = MomentumModel(
      offset: state.slots[1].item - state.slots[2].item, product: state.slots[0].dot(parameters.values.widened()),
      squaredNorm: state.slots[0].reduced(.sumOfSquares), correction: 1, rate: S.Accumulator(learningRate),
      growth: S.Accumulator(1 + learningRate * weightDecay))
    let size = model.stepSize(lowerBound: &state.slots[3][0], known: lowerBound, adapting: adaptsLowerBound)
    let shrinkage = MomentumModel<S.Accumulator>.shrinkage(learningRate: learningRate, weightDecay: weightDecay)
    ElementwisePass.run(
      MoMoStep(shrinkage: shrinkage), on: &parameters, along: gradient.vector, slots: &state.slots, used: 0..<1,
      numbers: [size])
  }
}

private struct MoMoStep: NumberedElementwiseRule {
  let shrinkage: Double

  func callAsFunction<V: Lane>(_ w: inout V, _ g: V, _ s: inout Slots<V>, _ numbers: Slots<V>) {
    w -= shrinkage * w + numbers[0] * s[0]
  }
}

extension MoMo {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "momo", MoMo(), summary: "momentum with steps sized by a model of the loss",
    paper: "Schaipp et al. 2023 (arXiv:2305.07583)", laws: .needsLoss,
    examples: [
      [:], ["learningRate": "0.1", "beta": "0.7", "weightDecay": "0.1", "lowerBound": "0.1"],
      ["learningRate": "0.5", "adaptsLowerBound": "true"],
    ],
    [
      .number("learningRate", \.learningRate, .nonNegative), .number("beta", \.beta, .decay),
      .number("lowerBound", \.lowerBound), .number("weightDecay", \.weightDecay, .nonNegative),
      .flag("adaptsLowerBound", \.adaptsLowerBound),
    ])
}
