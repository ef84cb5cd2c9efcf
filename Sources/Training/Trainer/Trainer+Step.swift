extension Trainer {
  /// What one step saw.
  public struct StepReport: Sendable {
    /// The mean loss of the batch before the step.
    public let loss: Double
    /// How many examples of the batch were classified correctly, where that means something.
    public let correctCount: Int?
    /// The Euclidean norm of the gradient, before any clipping.
    public let gradientNorm: Double
    /// The number of operations that the pass recorded, leaves not counted.
    public let operationCount: Int
  }

  /// Takes one step on a batch; throws, leaving the parameters as they were, if the loss or gradient is not finite.
  @_specialize(kind:partial,where S == Float)
  @_specialize(kind:partial,where S == Double)
  @discardableResult
  public mutating func step(on batch: Batch<Goal.Examples>) throws -> StepReport {
    guard batch.count > 0 else { throw TrainingError.noExamples }
    let report = computeGradient(on: batch)
    guard report.loss.isFinite && report.gradientNorm.isFinite else {
      throw TrainingError.notFinite(step: step + 1, what: nonFiniteName(loss: report.loss))
    }
    let pass = Pass.training(seed: seed, step: step)
    let evaluator = ObjectiveEvaluator<Goal, S>(
      objective: ObjectiveOnBatch(base: objective, batch: batch, pass: pass))
    gradient.begin(loss: report.loss, evaluator: evaluator)
    optimizer.update(&parameters, along: &gradient, state: &state)
    step += 1
    return report
  }

  @_specialize(kind:partial,where S == Float)
  @_specialize(kind:partial,where S == Double)
  private mutating func computeGradient(on batch: Batch<Goal.Examples>) -> StepReport {
    // Reset before the update too, so that nothing shares the parameters when they are written.
    defer { tape.reset() }
    tape.pass = .training(seed: seed, step: step)
    tape.bind(parameters)
    let evaluation = objective.evaluate(batch, on: tape)
    tape.gradient(of: evaluation.loss, into: &gradient.vector)
    return StepReport(
      loss: evaluation.loss.value.item.double, correctCount: evaluation.correctCount,
      gradientNorm: gradient.vector.norm,
      operationCount: tape.operationCount)
  }

  private func nonFiniteName(loss: Double) -> String {
    guard loss.isFinite else { return "the loss" }
    let segment = gradient.layout.segments.indices.first { index in
      !gradient.vector[index].elements.allSatisfy { $0.isFinite }
    }
    return segment.map { "the gradient of \(gradient.layout.segments[$0].name)" } ?? "the norm of the gradient"
  }
}
