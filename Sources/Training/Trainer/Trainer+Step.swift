extension Trainer {
  /// Takes one step on a batch; throws, leaving the parameters as they were, if the loss or gradient is not finite and
  /// the optimizer does not cope with that.
  @discardableResult
  @_specialize(kind:partial,where S == Float)
  @_specialize(kind:partial,where S == Double)
  public mutating func step(on batch: Batch<Goal.Examples>) throws -> StepReport {
    var watch: StepWatch<S>?
    return try takeStep(on: batch, watch: &watch)
  }

  /// Takes one step on a batch, and keeps what a watch asks for.
  @_specialize(kind:partial,where S == Float)
  @_specialize(kind:partial,where S == Double)
  mutating func step(on batch: Batch<Goal.Examples>, watch: inout StepWatch<S>?) throws -> StepReport {
    try takeStep(on: batch, watch: &watch)
  }

  // Inlined, for each call from code for one S would look up the trainer's type again.
  @inline(__always)
  private mutating func takeStep(
    on batch: Batch<Goal.Examples>, watch: inout StepWatch<S>?
  ) throws -> StepReport {
    guard batch.count > 0 else { throw TrainingError.noExamples }
    let report = try computeGradient(on: batch, watch: &watch)
    evaluator.begin(batch, tape.pass)
    gradient.begin(loss: report.loss, evaluator: evaluator)
    optimizer.update(&parameters, along: &gradient, state: &state)
    step += 1
    return report
  }

  @inline(__always)
  private mutating func computeGradient(
    on batch: Batch<Goal.Examples>, watch: inout StepWatch<S>?
  ) throws -> StepReport {
    // Reset before the update too, so that nothing shares the parameters when they are written.
    defer { tape.reset() }
    tape.pass = .training(seed: seed, step: step)
    tape.bind(parameters, state: modelState)
    let evaluation = objective.evaluate(batch, on: tape)
    let scale = optimizer.lossScale(state)
    tape.gradient(of: evaluation.loss, scaledBy: scale, into: &gradient.vector)
    let report = StepReport(
      loss: evaluation.loss.value.item.double, correctCount: evaluation.correctCount,
      gradientNorm: gradient.vector.norm / scale, operationCount: tape.operationCount)
    guard optimizer.copesWithNonFinite || (report.loss.isFinite && report.gradientNorm.isFinite) else {
      throw TrainingError.notFinite(
        step: step + 1, what: nonFiniteName(loss: report.loss),
        origin: tape.firstNonFinite(of: evaluation.loss, scaledBy: scale))
    }
    modelState = tape.modelState
    watch?.look(at: tape, gradient.vector, scale, parameters, optimizer.currentLearningRate(state))
    return report
  }

  private func nonFiniteName(loss: Double) -> String {
    guard loss.isFinite else { return "the loss" }
    let segment = gradient.layout.segments.indices.first { !gradient.vector[$0].isFinite }
    return segment.map { "the gradient of \(gradient.layout.segments[$0].name)" } ?? "the norm of the gradient"
  }
}
