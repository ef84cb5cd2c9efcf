/// Something to be done after the events of a run, as a value: saving it, ending it, or whatever a closure does.
///
/// ```swift
/// var run = try TrainingRun(trainer, training: digits.training, validation: digits.test, plan: TrainingPlan(.epochs(30)))
/// try run.finish(calling: [
///   .saving(in: CheckpointFolder("digits/checkpoints"), every: .epoch),
///   .stopping { run in run.history.last?.validation?.accuracy ?? 0 > 0.99 },
/// ])
/// ```
public struct TrainingCallback<Goal: Objective, Rule: Optimizer, S: Scalar> {
  private let body: (TrainingEvent, inout TrainingRun<Goal, Rule, S>) throws -> Void

  /// What a closure does after each event; what it throws ends the training and is passed on.
  public init(_ body: @escaping (TrainingEvent, inout TrainingRun<Goal, Rule, S>) throws -> Void) { self.body = body }

  /// Does it.
  public func callAsFunction(_ event: TrainingEvent, _ run: inout TrainingRun<Goal, Rule, S>) throws {
    try body(event, &run)
  }

  /// Saves the run at intervals.
  public static func saving(
    in folder: CheckpointFolder, every interval: CheckpointInterval, configuration: [String: String] = [:]
  ) -> TrainingCallback {
    TrainingCallback { event, run in
      if interval.isDue(after: event, of: run) { try run.save(in: folder, configuration: configuration) }
    }
  }

  /// Ends the run, as if it had its length, when a condition holds.
  public static func stopping(
    when condition: @escaping (TrainingRun<Goal, Rule, S>) -> Bool
  ) -> TrainingCallback {
    TrainingCallback { _, run in if condition(run) { run.stop() } }
  }
}

extension TrainingRun {
  /// Goes on to the end of the run, with each callback called after each event, in their order.
  @discardableResult
  public mutating func finish(
    calling callbacks: [TrainingCallback<Goal, Rule, S>] = []
  ) throws -> [EpochReport] {
    while let event = try next() { for callback in callbacks { try callback(event, &self) } }
    return history
  }
}
