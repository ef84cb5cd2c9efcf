/// A model and data as a problem: mini-batches of training examples, and the mean loss of test examples as the measure.
///
/// A seed decides the initial parameters, the order of the examples and what dropout drops.
public struct LearningProblem<Goal: Objective, S: Scalar>: TestProblem {
  /// What is minimized.
  public let objective: Goal
  /// The examples trained on.
  public let training: Goal.Examples
  /// The examples that a run is measured on.
  public let test: Goal.Examples
  /// How the training examples make batches.
  public let batches: BatchPlan
  public let facts: ProblemFacts

  /// A problem in a scalar type.
  public init(
    _ name: String, summary: String, objective: Goal, training: Goal.Examples, test: Goal.Examples,
    batches: BatchPlan, steps: Int, target: Double? = nil, scalar: S.Type = Float.self
  ) {
    require(
      (1...max(1, training.count)).contains(batches.size ?? 1),
      "a batch of \(batches.size ?? 0) of \(training.count) examples")
    self.objective = objective
    self.training = training
    self.test = test
    self.batches = batches
    facts = ProblemFacts(
      name: name, summary: summary, kind: .learning, dimension: objective.layout.count, scalar: S.name,
      measure: "test loss", minimum: nil, target: target, steps: steps)
  }

  public func begin(with optimizer: some Optimizer, seed: UInt64) -> any TestProblemRun {
    LearningRun<Goal, _, S>(
      objective, training: training, test: test, optimizer: optimizer, batches: batches, seed: seed)
  }
}
