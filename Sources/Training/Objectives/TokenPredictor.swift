/// A model that predicts tokens from tokens, with the softmax cross-entropy as loss: a language model, or one that answers.
///
/// The model is given tokens as numbers, [batch, inputLength], and returns logits [batch, targetLength, vocabulary].
public struct TokenPredictor<Model: Layer, Examples: TokenExamples>: Objective {
  /// The model.
  public let model: Model
  /// Whether it is counted how many examples had all of their tokens predicted.
  public let countsCorrect: Bool
  public let layout: ParameterLayout

  /// The objective of training `model` to predict the tokens of examples of a type.
  public init(_ model: Model, on examples: Examples.Type = Examples.self, countsCorrect: Bool = false) {
    self.model = model
    self.countsCorrect = countsCorrect
    layout = ParameterLayout(of: model)
  }

  @_specialize(kind:partial,where S == Float)
  @_specialize(kind:partial,where S == Double)
  public func evaluate<S: Scalar>(_ batch: Batch<Examples>, on tape: Tape<S>) -> Evaluation<S> {
    let examples = batch.examples
    // The largest token is a number of the scalar type, as are all below.
    require(
      examples.vocabularySize - 1 <= 1 << (S.significandBitCount + 1),
      "\(S.name) does not tell \(examples.vocabularySize) tokens apart")
    let (inputs, targets) = examples.tokens(of: batch.indices)
    let tokens = Tensor<S>([batch.count, examples.inputLength], inputs.map { S($0) }, pool: tape.pool)
    let logits = model(tape.constant(tokens))
    require(
      logits.shape == [batch.count, examples.targetLength, examples.vocabularySize],
      "a model returned logits of shape \(logits.shape) for \(batch.count) × \(examples.targetLength) tokens")
    let loss = softmaxCrossEntropy(logits, labels: targets)
    guard countsCorrect else { return Evaluation(loss: loss) }
    let isRight = zip(logits.value.argmaxRows(), targets).map(==)
    let correct = stride(from: 0, to: isRight.count, by: examples.targetLength).count { start in
      isRight[start..<start + examples.targetLength].allSatisfy(\.self)
    }
    return Evaluation(loss: loss, correctCount: correct)
  }
}
