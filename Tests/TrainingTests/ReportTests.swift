import GlissadeTraining
import Testing

@Suite struct ReportTests {
  private func makeTrainer() -> Trainer<Classifier<some Layer>, SGD, Double> {
    Trainer(Classifier(makeDigitsModel(hidden: 6)), optimizer: SGD(learningRate: 0.1), scalar: Double.self, seed: 6)
  }

  @Test func epochsAndStepsAreCounted() throws {
    let (training, validation) = (try SmallDigits.load(20), try SmallDigits.load(9))
    var trainer = makeTrainer()
    var events: [String] = []
    let history = try trainer.fit(training, validation: validation, epochs: 3, batchSize: 8) { event in
      switch event {
      case .step(let step): events.append("\(step.epoch).\(step.step)/\(step.stepCount)")
      case .epoch(let epoch): events.append("epoch \(epoch.epoch) \(epoch.step)")
      }
    }
    #expect(
      events == [
        "1.1/3", "1.2/3", "1.3/3", "epoch 1 3", "2.1/3", "2.2/3", "2.3/3", "epoch 2 6", "3.1/3", "3.2/3", "3.3/3",
        "epoch 3 9",
      ])
    #expect(history.map(\.epoch) == [1, 2, 3])
    #expect(history.map(\.step) == [3, 6, 9])
    #expect(history.allSatisfy { $0.seconds > 0 && $0.examplesPerSecond > 0 })
    #expect(history[2].validation == trainer.evaluate(validation))
    #expect(history[1].validation != history[2].validation)
  }

  /// The report of an epoch is the means of its steps, weighted by their batches.
  @Test func epochIsTheMeanOfItsSteps() throws {
    let examples = try SmallDigits.load(20)
    var (fitted, stepped) = (makeTrainer(), makeTrainer())
    var losses: [Double] = []
    let report = try fitted.fit(examples, epochs: 1, batchSize: 8) { event in
      if case .step(let step) = event { losses.append(step.loss) }
    }[0]
    let order = RandomStream(seed: 6, purpose: .shuffling, index: 0).shuffled(count: 20)
    let steps = try [0..<8, 8..<16, 16..<20].map { try stepped.step(on: Batch(examples, indices: order[$0])) }
    #expect(losses == steps.map(\.loss))
    let loss = (8 * losses[0] + 8 * losses[1] + 4 * losses[2]) / 20
    #expect((report.training.loss - loss).magnitude < 1e-14)
    #expect(report.training.accuracy == Double(steps.reduce(0) { $0 + ($1.correctCount ?? -1) }) / 20)
    let squares = steps.reduce(0) { $0 + $1.gradientNorm * $1.gradientNorm }
    #expect((report.gradientNorm - (squares / 3).squareRoot()).magnitude < 1e-14)
    #expect(report.validation == nil)
    #expect(fitted.parameters.bitHash == stepped.parameters.bitHash)
  }

  /// A step reports the loss and gradient norm at the point before it, clipping left out.
  @Test func stepsReportWhatWasBeforeThem() throws {
    let examples = try SmallDigits.load(10)
    let classifier = Classifier(makeDigitsModel(hidden: 6))
    var trainer = Trainer(
      classifier, optimizer: SGD(learningRate: 1).clipped(toGlobalNorm: 1e-3), scalar: Double.self, seed: 6)
    let before = trainer.parameters
    let (loss, gradient) = classifier.on(examples).valueAndGradient(at: before)
    let report = try trainer.step(on: Batch(all: examples))
    #expect(report.loss == loss)
    #expect(report.gradientNorm == gradient.norm)
    #expect(report.operationCount == 3)
    var moved = before
    moved.add(-1, trainer.parameters)
    #expect((moved.norm - 1e-3).magnitude < 1e-6)
    #expect(trainer.evaluate(examples).loss < loss)
  }

  @Test func evaluationLeavesEverythingAlone() throws {
    let (training, validation) = (try SmallDigits.load(20), try SmallDigits.load(30))
    func makeTrainer() -> Trainer<Classifier<some Layer>, Adam, Float> {
      Trainer(Classifier(makeRegularizedModel()), optimizer: Adam(learningRate: 0.01), scalar: Float.self, seed: 6)
    }
    var (evaluated, plain) = (makeTrainer(), makeTrainer())
    for _ in 0..<3 {
      let before = (evaluated.parameters.bitHash, evaluated.state, evaluated.step, evaluated.epoch)
      let metrics = evaluated.evaluate(validation)
      #expect(metrics == evaluated.evaluate(validation))
      #expect(evaluated.parameters.bitHash == before.0)
      #expect(evaluated.state == before.1)
      #expect(evaluated.step == before.2)
      #expect(evaluated.epoch == before.3)
      try evaluated.fit(training, validation: validation, epochs: 1, batchSize: 7)
      try plain.fit(training, epochs: 1, batchSize: 7)
    }
    #expect(evaluated.parameters.bitHash == plain.parameters.bitHash)
  }

  /// Dropout is off in evaluation, on while training.
  @Test func evaluationIsNotRandom() throws {
    let examples = try SmallDigits.load(30)
    let classifier = Classifier(makeRegularizedModel())
    var trainer = Trainer(classifier, optimizer: Adam(learningRate: 0), scalar: Double.self, seed: 6)
    let evaluated = trainer.evaluate(examples, batchSize: 30).loss
    #expect(evaluated == classifier.on(examples).value(at: trainer.parameters))
    let first = try trainer.step(on: Batch(all: examples)).loss
    let second = try trainer.step(on: Batch(all: examples)).loss
    #expect(first != evaluated)
    #expect(first != second)
    #expect(trainer.evaluate(examples, batchSize: 30).loss == evaluated)
  }

  @Test(arguments: [1, 7, 30, 100])
  func theBatchSizeOfEvaluationDoesNotMatter(_ batchSize: Int) throws {
    let examples = try SmallDigits.load(30)
    let trainer = makeTrainer()
    let all = trainer.evaluate(examples)
    let parts = trainer.evaluate(examples, batchSize: batchSize)
    #expect((parts.loss - all.loss).magnitude < 1e-13)
    #expect(parts.accuracy == all.accuracy)
  }

  @Test func regressorsHaveNoAccuracy() throws {
    let features = Tensor<Float>([6, 2], (0..<12).map { Float($0) / 12 })
    let targets = Tensor<Float>([6, 1], (0..<6).map { Float($0) / 6 })
    let examples = try TargetExamples(features: features, targets: targets)
    for loss in [Regressor<Dense>.Loss.squared, .absolute, .huber(delta: 0.5), .binaryCrossEntropy] {
      var trainer = Trainer(
        Regressor(Dense(2, 1), loss: loss), optimizer: GradientDescent(learningRate: 0.1), scalar: Double.self)
      let history = try trainer.fit(examples, validation: examples, epochs: 30, batchSize: 3)
      #expect(history.allSatisfy { $0.training.accuracy == nil && $0.validation?.accuracy == nil })
      #expect(history[29].training.loss < 0.95 * history[0].training.loss)
    }
  }
}
