/// When a run is saved.
public enum CheckpointInterval: Sendable, Hashable {
  /// After every so many steps, and after each epoch that is the best so far.
  case steps(Int)
  /// After each epoch.
  case epoch
  /// Only when it is asked for.
  case never

  /// Whether a run is to be saved after an event.
  public func isDue<Goal, Rule, S>(after event: TrainingEvent, of run: TrainingRun<Goal, Rule, S>) -> Bool {
    switch (self, event) {
    case (.steps(let interval), .step(let step)): step.totalSteps.isMultiple(of: interval)
    case (.steps, .epoch): run.isAtBestEpoch
    case (.epoch, .epoch): true
    default: false
    }
  }
}
