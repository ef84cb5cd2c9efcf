/// Keeps what monitors want of a step that is about to be taken, before the tape forgets it and the optimizer changes it.
struct StepWatch<S: Scalar> {
  /// Whether the activations are wanted.
  let needsActivations: Bool
  private(set) var activations: [ActivationSummary] = []
  private(set) var gradient: ParameterVector<S>?
  private(set) var before: ParameterVector<S>?
  private(set) var lossScale = 1.0
  private(set) var learningRate = 0.0

  /// A watch on the next step.
  init(needsActivations: Bool) { self.needsActivations = needsActivations }

  /// Keeps the gradient and the parameters, which the optimizer has yet to move, and sums the activations up.
  mutating func look(
    at tape: Tape<S>, _ gradient: ParameterVector<S>, _ lossScale: Double, _ parameters: ParameterVector<S>,
    _ learningRate: Double
  ) {
    self.gradient = gradient
    self.lossScale = lossScale
    self.learningRate = learningRate
    before = parameters
    if needsActivations { activations = tape.operations.compactMap { ActivationSummary($0) } }
  }
}
