extension Trainer {
  /// The mean loss, and for classifiers the accuracy, over a set of examples (NaN of none); nothing is trained.
  ///
  /// The model is evaluated at `evaluationParameters`.
  public func evaluate(_ examples: Goal.Examples, batchSize: Int = 256) -> Metrics {
    evaluate(examples, batchSize: batchSize) { _ in }
  }

  /// The same, with each batch's evaluation handed to `visit` while its variables are valid.
  func evaluate(
    _ examples: Goal.Examples, batchSize: Int = 256, _ visit: (Evaluation<S>) -> Void
  ) -> Metrics {
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
      visit(evaluation)
      tape.reset()
    }
    return sums.metrics
  }
}
