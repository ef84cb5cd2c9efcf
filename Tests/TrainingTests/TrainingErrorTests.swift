import GlissadeTraining
import Testing

@Suite struct TrainingErrorTests {
  private func makeTrainer() -> Trainer<Classifier<some Layer>, Adam, Float> {
    Trainer(Classifier(makeDigitsModel()), optimizer: Adam(), scalar: Float.self)
  }

  @Test func noExamples() throws {
    var trainer = makeTrainer()
    let empty = try LabeledExamples(features: Tensor([0, 64], []), labels: [], classCount: 10)
    #expect(throws: TrainingError.noExamples) { try trainer.fit(empty, epochs: 1, batchSize: 4) }
    #expect(throws: TrainingError.noExamples) { try trainer.fit(empty, epochs: 1) }
    #expect(
      TrainingError.noExamples.description
        == "There are no examples: training, and validation if there is any, need at least one each.")
    let some = try SmallDigits.load(4)
    #expect(throws: TrainingError.noExamples) { try trainer.fit(some, validation: empty, epochs: 1) }
    #expect(throws: TrainingError.noExamples) { try trainer.fit(some, epochs: 1, order: .fixed([])) }
    #expect(trainer.evaluate(empty).loss.isNaN)
  }

  @Test(arguments: [0, -1])
  func batchSize(_ size: Int) throws {
    var trainer = makeTrainer()
    let examples = try SmallDigits.load(4)
    #expect(throws: TrainingError.batchSize(size)) { try trainer.fit(examples, epochs: 1, batchSize: size) }
    #expect(TrainingError.batchSize(size).description == "A batch has at least one example, not \(size).")
    #expect(trainer.step == 0)
  }

  @Test func noFullBatch() throws {
    var trainer = makeTrainer()
    let examples = try SmallDigits.load(4)
    let error = TrainingError.noFullBatch(batchSize: 5, exampleCount: 4)
    #expect(throws: error) { try trainer.fit(examples, epochs: 1, batchSize: 5, dropsLast: true) }
    #expect(
      error.description
        == "No full batch of 5 is left of 4 examples: use a batch size of at most 4, or keep the last batch.")
    #expect(trainer.step == 0)
    try trainer.fit(examples, epochs: 1, batchSize: 4, dropsLast: true)
    #expect(trainer.step == 1)
  }

  @Test func epochs() throws {
    var trainer = makeTrainer()
    let examples = try SmallDigits.load(4)
    #expect(throws: TrainingError.epochs(-1)) { try trainer.fit(examples, epochs: -1) }
    #expect(TrainingError.epochs(-1).description == "The number of epochs is zero or more, not -1.")
    let before = trainer.parameters
    #expect(try trainer.fit(examples, epochs: 0).isEmpty)
    #expect(trainer.parameters == before)
  }

  /// The loss is finite, a gradient is not: √ has an infinite derivative at 0.
  @Test func aNonFiniteGradientNamesItsParameter() throws {
    let model = Sequential {
      Dense(64, 4)
      RootGain(4)
      Dense(4, 10)
    }
    var trainer = Trainer(Classifier(model), optimizer: Adam().clipped(toGlobalNorm: 1), scalar: Float.self)
    let before = (trainer.parameters.bitHash, trainer.state)
    let examples = try SmallDigits.load(8)
    let error = try #require(throws: TrainingError.self) { try trainer.fit(examples, epochs: 1, batchSize: 4) }
    let origin = NonFiniteOrigin(direction: .backward, label: "2 squareRoot of 1.gain")
    #expect(error == .notFinite(step: 1, what: "the gradient of 1.gain", origin: origin))
    #expect(
      error.description
        == "At step 1, the gradient of 1.gain became infinite or NaN, first in what operation 2 squareRoot of 1.gain "
        + "passes back: try a smaller learning rate, clipping, or a wider scalar type.")
    #expect(trainer.parameters.bitHash == before.0)
    #expect(trainer.state == before.1)
    #expect(trainer.step == 0)
  }

  @Test func aNonFiniteLossIsNamed() throws {
    let clean = try SmallDigits.load(4)
    let dirty = try LabeledExamples(
      features: Tensor([4, 64], (0..<256).map { $0 == 70 ? .nan : 0.5 }), labels: [0, 1, 2, 3], classCount: 10)
    var trainer = Trainer(Classifier(makeDigitsModel()), optimizer: Adam(), scalar: Double.self)
    try trainer.fit(clean, epochs: 3)
    let before = (trainer.parameters.bitHash, trainer.state)
    let origin = NonFiniteOrigin(direction: .given, label: "the input")
    #expect(throws: TrainingError.notFinite(step: 4, what: "the loss", origin: origin)) {
      try trainer.fit(dirty, epochs: 1)
    }
    #expect(trainer.parameters.bitHash == before.0)
    #expect(trainer.state == before.1)
    // The trainer is still of use.
    try trainer.fit(clean, epochs: 1)
    #expect(trainer.step == 4)
    #expect(trainer.parameters.isFinite)
  }

  /// Overflow in a narrow type is caught, not trained on.
  @Test func divergenceIsCaught() throws {
    let examples = try SmallDigits.load(16)
    var trainer = Trainer(
      Classifier(makeDigitsModel()), optimizer: GradientDescent(learningRate: 1e38), scalar: BFloat16.self)
    #expect(throws: TrainingError.self) { try trainer.fit(examples, epochs: 20) }
  }

  /// What the report throws ends the training and is passed on.
  @Test func reportsCanStopTraining() throws {
    struct Stop: Error {}
    var trainer = makeTrainer()
    let examples = try SmallDigits.load(8)
    #expect(throws: Stop.self) {
      try trainer.fit(examples, epochs: 5, batchSize: 2) { event in
        if case .step(let step) = event, step.epoch == 2, step.step == 3 { throw Stop() }
      }
    }
    #expect(trainer.step == 7)
  }
}

/// x √g with a g that begins at 0.
private struct RootGain: Layer {
  let gain: Parameter
  init(_ count: Int) { gain = Parameter([count], role: .normalization, initializer: .zeros) }
  func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { x * sqrt(x.tape[gain]) }
}
