/// MoMo-Adam: Adam with a step as long as an average of the past's linear models of the loss warrants.
///
/// f̄, γ, m and v are averages, begun at zero, of f(w), ⟨g, w⟩, g (weight β₁ of the past) and g² (β₂); κ = 1 − β₁ᵗ;
/// D = ε + √(v/(1 − β₂ᵗ)); τ = min(η/κ, ((1 + η λ)(f̄ − γ − κ f*) + ⟨m, w⟩)₊/⟨m, m/D⟩); w ← w − η λ/(1 + η λ) w − τ m/D.
/// It needs the gradient's `loss`. Schaipp, Ohana, Eickenberg, Defazio, Gower 2023 (arXiv:2305.07583).
public struct MoMoAdam: Optimizer {
  /// η, the largest step.
  public var learningRate: Double
  /// β₁, the weight of the past in the mean, and in those of the model.
  public var beta1: Double
  /// β₂, the weight of the past in the mean square.
  public var beta2: Double
  /// ε, added to the root.
  public var epsilon: Double
  /// f*, a lower bound of the loss.
  public var lowerBound: Double
  /// λ, in decay of the weights.
  public var weightDecay: Double
  /// Whether f* is estimated on the way, `lowerBound` being what it is no less than.
  public var adaptsLowerBound: Bool

  /// The method with the defaults of the paper's code and optax: η = 0.01, Adam's β and ε, f* = 0, no decay.
  public init(
    learningRate: Double = 0.01, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8,
    lowerBound: Double = 0, weightDecay: Double = 0, adaptsLowerBound: Bool = false
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.lowerBound = lowerBound
    self.weightDecay = weightDecay
    self.adaptsLowerBound = adaptsLowerBound
  }

  private var slots: [Slot] {
    ["mean", "meanSquare", .number("meanLoss"), .number("meanProduct"), .number("lowerBound", lowerBound)]
  }

  public func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> {
    OptimizerState(slots, for: parameters)
  }

  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    state.arrangeSlots(for: slots)
    state.step += 1
    let step = Step(number: state.step)
    let (kept, added) = (S.Accumulator(beta1), S.Accumulator(1 - beta1))
    state.slots[2][0] = kept * state.slots[2].item + added * gradient.requiredLoss(by: "MoMoAdam")
    state.slots[3][0] = kept * state.slots[3].item + added * gradient.dot(parameters.values.widened())
    ElementwisePass.run(
      MoMoAdamMoments(beta1: beta1, beta2: beta2), on: &parameters, along: gradient.vector, scale: gradient.scale,
      slots: &state.slots, used: 0..<2)

    let rootCorrection = step.correction(beta2).squareRoot()
    let denominator = sqrt(state.slots[1]) / rootCorrection + epsilon
    let model = MomentumModel(
      offset: state.slots[2].item - state.slots[3].item, product: state.slots[0].dot(parameters.values.widened()),
      squaredNorm: state.slots[0].dot(state.slots[0] / denominator),
      correction: S.Accumulator(step.correction(beta1)), rate: S.Accumulator(learningRate),
      growth: S.Accumulator(1 + learningRate * weightDecay))
    let size = model.stepSize(lowerBound: &state.slots[4][0], known: lowerBound, adapting: adaptsLowerBound)
    let rule = MoMoAdamStep(
      shrinkage: MomentumModel<S.Accumulator>.shrinkage(learningRate: learningRate, weightDecay: weightDecay),
      rootCorrection: rootCorrection, epsilon: epsilon)
    ElementwisePass.run(
      rule, on: &parameters, along: gradient.vector, slots: &state.slots, used: 0..<2, numbers: [size])
  }
}

private struct MoMoAdamMoments: ElementwiseRule {
  let beta1: Double
  let beta2: Double

  func callAsFunction<V: Lane>(_ w: inout V, _ g: V, _ s: inout Slots<V>) {
    s[0] = beta1 * s[0] + (1 - beta1) * g
    s[1] = beta2 * s[1] + (1 - beta2) * (g * g)
  }
}

private struct MoMoAdamStep: NumberedElementwiseRule {
  let shrinkage: Double
  let rootCorrection: Double
  let epsilon: Double

  func callAsFunction<V: Lane>(_ w: inout V, _ g: V, _ s: inout Slots<V>, _ numbers: Slots<V>) {
    let denominator = s[1].magnitudeRoot() / rootCorrection + epsilon
    w -= shrinkage * w + numbers[0] * s[0] / denominator
  }
}

extension MoMoAdam {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "momo-adam", MoMoAdam(), summary: "Adam with steps sized by a model of the loss",
    paper: "Schaipp et al. 2023 (arXiv:2305.07583)", laws: .needsLoss,
    examples: [
      [:], ["learningRate": "0.1", "beta1": "0.7", "beta2": "0.98", "weightDecay": "0.1", "lowerBound": "0.1"],
      ["learningRate": "0.5", "adaptsLowerBound": "true"],
    ],
    [
      .number("learningRate", \.learningRate, .nonNegative), .number("beta1", \.beta1, .decay),
      .number("beta2", \.beta2, .decay), .number("epsilon", \.epsilon, .positive),
      .number("lowerBound", \.lowerBound), .number("weightDecay", \.weightDecay, .nonNegative),
      .flag("adaptsLowerBound", \.adaptsLowerBound),
    ])
}
