import GlissadeTraining
import Testing

@Suite struct EarlyStoppingTests {
  private func makeReport(_ epoch: Int, validationLoss: Double, accuracy: Double = 0) -> EpochReport {
    EpochReport(
      epoch: epoch, step: epoch, training: Metrics(loss: 1, accuracy: nil),
      validation: Metrics(loss: validationLoss, accuracy: accuracy), gradientNorm: 1, seconds: 1, examplesPerSecond: 1)
  }

  private func bestAndLast(_ stopping: EarlyStopping, _ losses: [Double]) -> [Int?] {
    var record = EarlyStopping.Record()
    for (index, loss) in losses.enumerated() {
      _ = stopping.record(makeReport(index + 1, validationLoss: loss), in: &record)
      if stopping.isOver(record) { return [record.bestEpoch, index + 1] }
    }
    return [record.bestEpoch, nil]
  }

  @Test func itWaitsAsLongAsItIsPatient() {
    let losses = [3, 2, 2.5, 2.4, 1.9, 1.95, 1.96, 1.97]
    #expect(bestAndLast(EarlyStopping(patience: 0), losses) == [2, 3])
    #expect(bestAndLast(EarlyStopping(patience: 1), losses) == [2, 4])
    #expect(bestAndLast(EarlyStopping(patience: 2), losses) == [5, 8])
    #expect(bestAndLast(EarlyStopping(patience: 3), losses) == [5, nil])
    #expect(bestAndLast(EarlyStopping(patience: 2, smallestImprovement: 0.5), losses) == [2, 5])
    #expect(bestAndLast(EarlyStopping(patience: 1), [.nan, .nan]) == [nil, 2])
  }

  @Test func accuracyIsBetterWhereItIsMore() {
    let stopping = EarlyStopping(.validationAccuracy, patience: 0)
    var record = EarlyStopping.Record()
    #expect(stopping.record(makeReport(1, validationLoss: 1, accuracy: 0.5), in: &record))
    #expect(stopping.record(makeReport(2, validationLoss: 2, accuracy: 0.6), in: &record))
    #expect(!stopping.record(makeReport(3, validationLoss: 1, accuracy: 0.6), in: &record))
    #expect(stopping.isOver(record))
  }

  /// Few examples to train on are soon learned by heart: the run stops, and ends at its best epoch.
  @Test(arguments: [false, true])
  func aRunEndsAtItsBest(_ restoresBest: Bool) throws {
    let training = try SmallDigits.load(12)
    let validation = try SmallDigits.load(60)
    let plan = TrainingPlan(
      .epochs(200), batchSize: 4, earlyStopping: EarlyStopping(patience: 3, restoresBest: restoresBest))
    var run = try TrainingRun(
      Trainer(Classifier(makeDigitsModel()), optimizer: Adam(learningRate: 0.05), scalar: Float.self, seed: 1),
      training: training, validation: validation, plan: plan)
    while try run.next() != nil {}
    #expect(run.progress.end == .stoppedEarly)
    let losses = run.history.compactMap { $0.validation?.loss }
    let best = try #require(losses.indices.min { losses[$0] < losses[$1] })
    #expect(run.history.count == best + 1 + 4 && run.history.count < 200)
    #expect(run.progress.stopping.bestEpoch == best + 1)
    let expected = restoresBest ? best : losses.count - 1
    #expect(run.trainer.evaluate(validation).loss == losses[expected])
    #expect(run.trainer.epoch == expected + 1)
    #expect(run.trainer.step == 3 * (expected + 1))
  }
}
