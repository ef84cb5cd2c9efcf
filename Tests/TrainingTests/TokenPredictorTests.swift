import GlissadeTraining
import Testing

@Suite("Predicting tokens") struct TokenPredictorTests {
  /// Sure that each token is answered by itself.
  struct Echo: Layer {
    let unused = Parameter([1], role: .bias, initializer: .zeros)

    func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
      let logits = x.value.elements.flatMap { $0 == 0 ? [100, 0] : [0, 100] as [S] }
      return x.tape.constant(Tensor([x.shape[0], x.shape[1], 2], logits))
    }
  }

  @Test("The loss is the mean over tokens; an answer counts as a whole")
  func counting() throws {
    let examples = try SequenceExamples(
      inputs: [0, 1, 1, 1], inputLength: 2, targets: [0, 1, 1, 0], targetLength: 2, vocabularySize: 2)
    let trainer = Trainer(
      TokenPredictor(Echo(), on: SequenceExamples.self, countsCorrect: true), optimizer: GradientDescent(),
      scalar: Double.self)
    let metrics = trainer.evaluate(examples)
    #expect((metrics.loss - 25).magnitude < 1e-9)
    #expect(metrics.accuracy == 0.5)
  }

  @Test("A recurrent network learns what follows what, in batches by step")
  func learning() throws {
    let text = try TextCorpus(String(repeating: "to be or not to be. ", count: 30))
    let windows = try text.training.windows(of: 10, stride: 1)
    let size = text.vocabulary.count
    let model = Sequential {
      Embedding(size, 8)
      Recurrent.gru(8, hidden: 24, batchFirst: true)
      Dense(24, size)
    }
    var trainer = Trainer(
      TokenPredictor(model, on: TokenWindows.self), optimizer: Adam(learningRate: 0.02), scalar: Float.self, seed: 1)
    let before = trainer.evaluate(try text.validation.windows(of: 10))
    for step in 0..<120 { try trainer.step(on: windows.randomBatch(size: 8, seed: 1, step: step)) }
    let after = trainer.evaluate(try text.validation.windows(of: 10))
    #expect(before.accuracy == nil && before.loss > 1.5 && after.loss < 0.5, "\(before.loss) \(after.loss)")
  }
}
