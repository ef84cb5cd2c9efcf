extension Trainer {
  /// Trains for some epochs, each over all examples in a new order unless told otherwise, and evaluates after each.
  ///
  /// The last batch of an epoch is smaller where the batch size does not divide the number of examples, and is left out
  /// where `dropsLast`. Without a batch size, every step sees all examples. Each call goes on where the last one stopped.
  /// What `report` throws ends the training after the step or epoch that it was told of, and is passed on.
  @discardableResult
  public mutating func fit(
    _ training: Goal.Examples, validation: Goal.Examples? = nil, epochs: Int, batchSize: Int? = nil,
    order: ExampleOrder = .shuffledEachEpoch, dropsLast: Bool = false,
    report: (TrainingEvent) throws -> Void = { _ in }
  ) throws -> [EpochReport] {
    try fit(
      training, validation: validation,
      plan: TrainingPlan(.epochs(epochs), batchSize: batchSize, order: order, dropsLast: dropsLast), report: report)
  }

  /// Trains by a plan: for epochs or steps, with early stopping if it says so.
  ///
  /// A `TrainingRun` does the same event by event, and can be saved in between.
  @discardableResult
  public mutating func fit(
    _ training: Goal.Examples, validation: Goal.Examples? = nil, plan: TrainingPlan,
    report: (TrainingEvent) throws -> Void = { _ in }
  ) throws -> [EpochReport] {
    var run = try TrainingRun(self, training: training, validation: validation, plan: plan)
    defer { self = run.trainer }
    while let event = try run.next() { try report(event) }
    return run.history
  }
}
