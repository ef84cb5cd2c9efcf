import GlissadeTraining
import Testing

@Suite struct TrainingRunTests {
  private func makeTrainer() -> Trainer<Classifier<some Layer>, Adam, Float> {
    Trainer(Classifier(makeRegularizedModel()), optimizer: Adam(learningRate: 0.01), scalar: Float.self, seed: 4)
  }

  /// Asking for one event after the other is what `fit` does.
  @Test func eventByEventIsFit() throws {
    let (training, validation) = (try SmallDigits.load(20), try SmallDigits.load(9))
    let plan = TrainingPlan(.epochs(3), batchSize: 8)
    var fitted = makeTrainer()
    let history = try fitted.fit(training, validation: validation, plan: plan)
    var run = try TrainingRun(makeTrainer(), training: training, validation: validation, plan: plan)
    var events: [String] = []
    while let event = try run.next() {
      switch event {
      case .step(let step): events.append("\(step.totalSteps): \(step.epoch).\(step.step)/\(step.stepCount)")
      case .epoch(let epoch): events.append("epoch \(epoch.epoch) after \(epoch.step)")
      }
    }
    #expect(
      events == [
        "1: 1.1/3", "2: 1.2/3", "3: 1.3/3", "epoch 1 after 3", "4: 2.1/3", "5: 2.2/3", "6: 2.3/3", "epoch 2 after 6",
        "7: 3.1/3", "8: 3.2/3", "9: 3.3/3", "epoch 3 after 9",
      ])
    #expect(run.trainer.parameters.bitHash == fitted.parameters.bitHash)
    #expect(run.history.map(\.training) == history.map(\.training))
    #expect(run.history.map(\.validation) == history.map(\.validation))
    #expect(run.progress.end == .completed)
    #expect(try run.next() == nil)
  }

  /// A run by steps goes through epochs like one by epochs, and reports the one that it cuts short.
  @Test(arguments: [0, 2, 3, 7])
  func runsBySteps(_ count: Int) throws {
    let examples = try SmallDigits.load(20)
    var trainer = makeTrainer()
    let history = try trainer.fit(examples, validation: examples, plan: TrainingPlan(.steps(count), batchSize: 8))
    #expect(trainer.step == count)
    #expect(history.map(\.step) == [0: [], 2: [2], 3: [3], 7: [3, 6, 7]][count])
    var stepped = makeTrainer()
    for step in 0..<count {
      let order = RandomStream(seed: 4, purpose: .shuffling, index: step / 3).shuffled(count: 20)
      try stepped.step(on: Batch(examples, indices: order[8 * (step % 3)..<min(8 * (step % 3) + 8, 20)]))
    }
    #expect(trainer.parameters.bitHash == stepped.parameters.bitHash)
    #expect(history.last?.validation == (count == 0 ? nil : trainer.evaluate(examples)))
  }

  /// A copy of a run is a checkpoint of it, in the midst of an epoch too.
  @Test func aCopyOfARunGoesOnByItself() throws {
    let examples = try SmallDigits.load(20)
    var run = try TrainingRun(
      makeTrainer(), training: examples, validation: examples, plan: TrainingPlan(.epochs(3), batchSize: 6))
    for _ in 0..<7 { _ = try run.next() }
    var copy = run
    while try run.next() != nil {}
    let middle = copy.trainer.parameters.bitHash
    #expect(middle != run.trainer.parameters.bitHash)
    while try copy.next() != nil {}
    #expect(copy.trainer.parameters.bitHash == run.trainer.parameters.bitHash)
    #expect(copy.history.map(\.training) == run.history.map(\.training))
  }

  @Test func plansThatMakeNoSenseAreRefused() throws {
    let examples = try SmallDigits.load(4)
    let trainer = makeTrainer()
    func start(_ plan: TrainingPlan) throws { _ = try TrainingRun(trainer, training: examples, plan: plan) }
    #expect(throws: TrainingError.steps(-1)) { try start(TrainingPlan(.steps(-1))) }
    #expect(throws: TrainingError.batchSize(0)) { try start(TrainingPlan(.steps(1), batchSize: 0)) }
    #expect(throws: TrainingError.nothingToStopBy) {
      try start(TrainingPlan(.steps(1), earlyStopping: EarlyStopping()))
    }
    try start(TrainingPlan(.steps(1), earlyStopping: EarlyStopping(.trainingLoss)))
  }
}
