/// AdamW without a schedule: `ScheduleFree` along s = η (g/(√(v/(1 − β₂ᵗ)) + ε) + λ y), v ← β₂ v + (1 − β₂) g².
///
/// There is no mean of gradients: interpolation and averaging take the place of momentum. Defazio, Yang, Mehta,
/// Mishchenko, Khaled, Cutkosky 2024 (arXiv:2405.15682).
public struct ScheduleFreeAdamW: ScheduleFree {
  /// η, the size of a step.
  public var learningRate: Double
  /// β, how near to the average gradients are taken; above 0.
  public var beta: Double
  /// β₂, the weight of the past in the mean square.
  public var beta2: Double
  /// ε, added to the root.
  public var epsilon: Double
  /// λ, in decay of the weights at which the gradient was taken, apart from the root.
  public var weightDecay: Double
  /// The number of steps over which the learning rate rises in a straight line from 0.
  public var warmupSteps: Int
  /// With which rate of the warm-up z moves.
  public var warmup: ScheduleFreeWarmup
  /// The power of the rate in a step's weight.
  public var weightPower: Double

  /// The method with the authors' and optax's defaults: η = 0.0025, β = 0.9, β₂ = 0.999, ε = 1e-8, no decay, no warm-up,
  /// weights η².
  public init(
    learningRate: Double = 0.0025, beta: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8,
    weightDecay: Double = 0, warmupSteps: Int = 0, warmup: ScheduleFreeWarmup = .delayed, weightPower: Double = 2
  ) {
    require(
      beta > 0 && beta <= 1, "a Schedule-Free β lies above 0, where x can be had from y, and up to 1, not \(beta)")
    self.learningRate = learningRate
    self.beta = beta
    self.beta2 = beta2
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    self.warmupSteps = warmupSteps
    self.warmup = warmup
    self.weightPower = weightPower
  }

  private var slots: [Slot] { [.parameters("z"), "meanSquare"] }

  public func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> {
    OptimizerState(slots, for: parameters)
  }

  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    state.arrangeSlots(for: slots)
    let (rate, move) = begin(&state)
    let rule = ScheduleFreeAdamWStep(
      rate: rate, beta2: beta2, epsilon: epsilon, decay: weightDecay,
      rootCorrection: Step(number: state.step).correction(beta2).squareRoot(), move: move)
    ElementwisePass.run(
      rule, on: &parameters, along: gradient.vector, scale: gradient.scale, slots: &state.slots)
  }
}

private struct ScheduleFreeAdamWStep: ElementwiseRule {
  let rate: Double
  let beta2: Double
  let epsilon: Double
  let decay: Double
  let rootCorrection: Double
  let move: ScheduleFreeMove

  func callAsFunction<V: Lane>(_ w: inout V, _ g: V, _ s: inout Slots<V>) {
    s[1] = beta2 * s[1] + (1 - beta2) * (g * g)
    // The root's correction is multiplied out of the quotient.
    let direction = rootCorrection * g / (s[1].magnitudeRoot() + epsilon * rootCorrection)
    move(&w, &s[0], along: rate * (direction + decay * w))
  }
}

extension ScheduleFreeAdamW {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "schedule-free-adamw", ScheduleFreeAdamW(), summary: "AdamW that averages in place of momentum and a schedule",
    paper: "Defazio et al. 2024 (arXiv:2405.15682)", laws: [.elementwise, .scaleInvariant],
    examples: [
      [:], ["learningRate": "0.05", "warmupSteps": "3", "weightDecay": "0.1", "beta": "0.7", "beta2": "0.98"],
      ["learningRate": "0.05", "warmupSteps": "3", "warmup": "immediate", "weightPower": "0.5"],
    ],
    validate: { $0.beta == 0 ? "'beta' lies above 0, or the average cannot be had from the parameters" : nil },
    [
      .number("learningRate", \.learningRate, .nonNegative), .number("beta", \.beta, .fraction),
      .number("beta2", \.beta2, .decay), .number("epsilon", \.epsilon, .positive),
      .number("weightDecay", \.weightDecay, .nonNegative), .count("warmupSteps", \.warmupSteps, minimum: 0),
      .choice("warmup", \.warmup), .number("weightPower", \.weightPower, .nonNegative),
    ])
}
