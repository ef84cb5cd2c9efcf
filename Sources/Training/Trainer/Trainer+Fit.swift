extension Trainer {
  /// Trains for some epochs, each over all examples in a new order unless told otherwise, and evaluates after each.
  ///
  /// The last batch of an epoch is smaller where the batch size does not divide the number of examples, and is left out
  /// where `dropsLast`. Without a batch size, every step sees all examples. Each call goes on where the last one stopped.
  @discardableResult
  public mutating func fit(
    _ training: Goal.Examples, validation: Goal.Examples? = nil, epochs: Int, batchSize: Int? = nil,
    order: ExampleOrder = .shuffledEachEpoch, dropsLast: Bool = false,
    report: (TrainingEvent) throws -> Void = { _ in }
  ) throws -> [EpochReport] {
    guard training.count > 0, validation.map({ $0.count > 0 }) ?? true else { throw TrainingError.noExamples }
    guard epochs >= 0 else { throw TrainingError.epochs(epochs) }
    let batchSize = batchSize ?? training.count
    guard batchSize > 0 else { throw TrainingError.batchSize(batchSize) }
    var history: [EpochReport] = []
    for _ in 0..<epochs {
      let indices = order.indices(count: training.count, seed: seed, epoch: epoch)
      guard !indices.isEmpty else { throw TrainingError.noExamples }
      let used = dropsLast ? indices.count - indices.count % batchSize : indices.count
      guard used > 0 else { throw TrainingError.noFullBatch(batchSize: batchSize, exampleCount: indices.count) }
      let epochReport = try runEpoch(training, indices[..<used], validation, batchSize, report)
      // The last step's result has not been evaluated by any gradient.
      guard parameters.isFinite else { throw TrainingError.notFinite(step: step, what: "a parameter") }
      history.append(epochReport)
      try report(.epoch(epochReport))
    }
    return history
  }

  private mutating func runEpoch(
    _ training: Goal.Examples, _ order: ArraySlice<Int>, _ validation: Goal.Examples?, _ batchSize: Int,
    _ report: (TrainingEvent) throws -> Void
  ) throws -> EpochReport {
    let clock = ContinuousClock()
    let start = clock.now
    epoch += 1
    var sums = Metrics.Sums()
    var squaredNorms = 0.0
    let stepCount = (order.count + batchSize - 1) / batchSize
    for number in 0..<stepCount {
      let lower = number * batchSize
      let indices = order[lower..<min(lower + batchSize, order.count)]
      let step = try step(on: Batch(training, indices: indices))
      sums.add(loss: step.loss, correctCount: step.correctCount, count: indices.count)
      squaredNorms += step.gradientNorm * step.gradientNorm
      try report(.step(StepEvent(epoch: epoch, step: number + 1, stepCount: stepCount, loss: step.loss)))
    }
    let seconds = start.duration(to: clock.now) / .seconds(1)
    return EpochReport(
      epoch: epoch, step: step, training: sums.metrics, validation: validation.map { evaluate($0) },
      gradientNorm: (squaredNorms / Double(stepCount)).squareRoot(), seconds: seconds,
      examplesPerSecond: Double(order.count) / max(seconds, 1e-9))
  }

  /// The mean loss, and for classifiers the accuracy, over a set of examples (NaN of none); nothing is trained.
  ///
  /// The model is evaluated at `evaluationParameters`.
  public func evaluate(_ examples: Goal.Examples, batchSize: Int = 256) -> Metrics {
    require(batchSize > 0, "a batch has at least one example, not \(batchSize)")
    var sums = Metrics.Sums()
    tape.pass = .evaluation
    let parameters = evaluationParameters
    let indices = Array(0..<examples.count)
    for lower in stride(from: 0, to: examples.count, by: batchSize) {
      let batch = Batch(examples, indices: indices[lower..<min(lower + batchSize, examples.count)])
      tape.bind(parameters, state: modelState)
      let evaluation = objective.evaluate(batch, on: tape)
      sums.add(
        loss: evaluation.loss.value.item.double, correctCount: evaluation.correctCount, count: batch.count)
      tape.reset()
    }
    return sums.metrics
  }
}
