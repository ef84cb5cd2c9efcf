/// All that a comparison found, in its plan's order.
public struct ComparisonResults: Sendable {
  /// What was compared.
  public let plan: ComparisonPlan
  /// The runs of the learning-rate search.
  public let trials: [TrialLine]
  /// The learning rates used.
  public let choices: [TunedLine]
  /// The runs.
  public let runs: [RunLine]

  /// The runs of an optimizer on a problem, by seed.
  public func runs(problem: String, optimizer: String) -> [RunLine] {
    runs.filter { $0.problem == problem && $0.optimizer == optimizer }
  }
}
