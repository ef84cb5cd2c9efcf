import GlissadeTesting
import Testing

/// Every model lowers its loss within a few steps of Adam.
@Suite struct LearningTests {
  /// Images of two classes: bright above, or bright below.
  private func images(channels: Int, size: Int) throws -> LabeledExamples {
    let labels = (0..<16).map { $0 % 2 }
    let noise = RandomStream(seed: 1, purpose: .noise, index: 0)
    let count = channels * size * size
    let elements = (0..<16 * count).map { index -> Float in
      let isUpper = (index % count) % (size * size) < size * size / 2
      return (isUpper == (labels[index / count] == 0) ? 1 : 0) + 0.3 * Float(noise.normal(at: index))
    }
    return try LabeledExamples(
      features: Tensor([16, channels, size, size], elements), labels: labels, classCount: 2)
  }

  private func expectLearning<Goal: Objective>(
    _ objective: Goal, _ examples: Goal.Examples, rate: Double = 1e-2, steps: Int = 12, to share: Double = 0.7
  ) throws {
    var trainer = Trainer(objective, optimizer: Adam(learningRate: rate), scalar: Float.self, seed: 1)
    let losses = try (0...steps).map { _ in try trainer.step(on: Batch(all: examples)).loss }
    #expect(losses[steps] < share * losses[0], "\(losses)")
  }

  @Test func perceptrons() throws {
    let examples = try images(channels: 1, size: 6)
    try expectLearning(Classifier(LogisticRegression(features: 36, classes: 2)), examples)
    try expectLearning(Classifier(MLP(36, 16, 2)), examples)
    let targets = try TargetExamples(features: examples.features, targets: examples.features)
    try expectLearning(Regressor(Autoencoder([36, 16, 2], activation: Tanh())), targets, steps: 30)
  }

  @Test func imageNetworks() throws {
    let small = try images(channels: 1, size: 12)
    try expectLearning(Classifier(LeNet(classes: 2, size: 12)), small)
    try expectLearning(Classifier(TwoConvTwoDense(classes: 2, size: 12)), small, rate: 1e-3)
    try expectLearning(Classifier(ResNet(depth: 8, classes: 2, channels: 1, width: 4)), small)
    let transformer = VisionTransformer(classes: 2, size: 12, patch: 4, width: 8, layers: 1, heads: 2)
    try expectLearning(Classifier(transformer), small)
  }

  @Test func sequences() throws {
    let examples = Counting(length: 6, vocabularySize: 5)
    let transformer = GPT(vocabulary: 5, context: 6, width: 8, layers: 1, heads: 2)
    try expectLearning(TokenPredictor(transformer, on: Counting.self), examples)
    for cell in [RecurrentCell.elman(rectified: false), .gated, .longShortTerm] {
      let model = CharRNN(vocabulary: 5, hidden: 12, cell: cell)
      try expectLearning(TokenPredictor(model, on: Counting.self), examples)
    }
    let translator = SequenceToSequence(vocabulary: 5, hidden: 16, answerLength: 6)
    try expectLearning(TokenPredictor(translator, on: Counting.self), examples, rate: 3e-2, steps: 30)
  }

  /// The sum of the first and the last number.
  @Test func sequenceRegressor() throws {
    let noise = RandomStream(seed: 2, purpose: .noise, index: 0)
    let features = Tensor<Float>([32, 4, 1], (0..<128).map { Float(noise.uniform01(at: $0)) })
    let targets = Tensor<Float>([32, 1], (0..<32).map { features.elements[4 * $0] + features.elements[4 * $0 + 3] })
    try expectLearning(
      Regressor(SequenceRegressor(features: 1, hidden: 8)), try TargetExamples(features: features, targets: targets),
      steps: 30)
  }

  /// Answers count only where no token is wrong.
  @Test func answersAreWholeSequences() {
    struct Echo: Layer {
      func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { OneHot(5)(x) }
    }
    let tape = Tape<Float>()
    let objective = TokenPredictor(Echo(), on: Pairs.self, countsCorrect: true)
    tape.bind(ParameterVector(initializing: objective.layout, seed: 1))
    let evaluation = objective.evaluate(Batch(all: Pairs()), on: tape)
    #expect(evaluation.correctCount == 1)
    // ln(4 + e) for each place, less 1 where the token is right: three of four.
    let expected = Double.log(4 + Double.exp(1)) - 0.75
    #expect(abs(evaluation.loss.value.item.double - expected) < 1e-6)
  }
}

/// Sequences that count up, modulo the vocabulary: 0 1 2 …, 1 2 3 …
private struct Counting: TokenExamples {
  let length: Int
  let vocabularySize: Int
  var count: Int { vocabularySize }
  var inputLength: Int { length }
  var targetLength: Int { length }

  func tokens(of indices: ArraySlice<Int>) -> (inputs: [Int], targets: [Int]) {
    let inputs = indices.flatMap { start in (0..<length).map { (start + $0) % vocabularySize } }
    return (inputs, inputs.map { ($0 + 1) % vocabularySize })
  }
}

/// Two sequences, the second with one wrong target.
private struct Pairs: TokenExamples {
  let vocabularySize = 5
  let count = 2
  let inputLength = 2
  let targetLength = 2
  func tokens(of indices: ArraySlice<Int>) -> (inputs: [Int], targets: [Int]) { ([1, 2, 3, 4], [1, 2, 3, 0]) }
}
