/// Gradient descent without a schedule: `ScheduleFree` along s = η (g + λ y).
///
/// Defazio, Yang, Mehta, Mishchenko, Khaled, Cutkosky 2024 (arXiv:2405.15682).
public struct ScheduleFreeSGD: ScheduleFree {
  /// η, the size of a step.
  public var learningRate: Double
  /// β, how near to the average gradients are taken; above 0.
  public var beta: Double
  /// λ, added to the gradient times the weight at which it was taken.
  public var weightDecay: Double
  /// The number of steps over which the learning rate rises in a straight line from 0.
  public var warmupSteps: Int
  /// With which rate of the warm-up z moves.
  public var warmup: ScheduleFreeWarmup
  /// The power of the rate in a step's weight.
  public var weightPower: Double

  /// The method with optax's defaults: η = 1, β = 0.9, no decay, no warm-up, weights η².
  public init(
    learningRate: Double = 1, beta: Double = 0.9, weightDecay: Double = 0, warmupSteps: Int = 0,
    warmup: ScheduleFreeWarmup = .delayed, weightPower: Double = 2
  ) {
    require(
      beta > 0 && beta <= 1, "a Schedule-Free β lies above 0, where x can be had from y, and up to 1, not \(beta)")
    self.learningRate = learningRate
    self.beta = beta
    self.weightDecay = weightDecay
    self.warmupSteps = warmupSteps
    self.warmup = warmup
    self.weightPower = weightPower
  }

  private var slots: [Slot] { [.parameters("z")] }

  public func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> {
    OptimizerState(slots, for: parameters)
  }

  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    state.arrangeSlots(for: slots)
    let (rate, move) = begin(&state)
    ElementwisePass.run(
      ScheduleFreeSGDStep(rate: rate, decay: weightDecay, move: move), on: &parameters, along: gradient.vector,
      scale: gradient.scale, slots: &state.slots)
  }
}

private struct ScheduleFreeSGDStep: ElementwiseRule {
  let rate: Double
  let decay: Double
  let move: ScheduleFreeMove

  func callAsFunction<V: Lane>(_ w: inout V, _ g: V, _ s: inout Slots<V>) {
    let step = rate * (g + decay * w)
    move(&w, &s[0], along: step)
  }
}

extension ScheduleFreeSGD {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "schedule-free-sgd", ScheduleFreeSGD(), summary: "gradient descent that averages in place of a schedule",
    paper: "Defazio et al. 2024 (arXiv:2405.15682)", laws: .elementwise,
    examples: [
      [:], ["learningRate": "0.05", "warmupSteps": "3", "weightDecay": "0.1", "beta": "0.7"],
      ["learningRate": "0.05", "warmupSteps": "3", "warmup": "immediate", "weightPower": "0.5"],
    ],
    validate: { $0.beta == 0 ? "'beta' lies above 0, or the average cannot be had from the parameters" : nil },
    [
      .number("learningRate", \.learningRate, .nonNegative), .number("beta", \.beta, .fraction),
      .number("weightDecay", \.weightDecay, .nonNegative), .count("warmupSteps", \.warmupSteps, minimum: 0),
      .choice("warmup", \.warmup), .number("weightPower", \.weightPower, .nonNegative),
    ])
}
