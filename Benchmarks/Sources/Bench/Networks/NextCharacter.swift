import Glissade

/// Sequences of characters, each with the character that follows.
struct CharacterExamples: ExampleSet {
  /// The characters, [sequences, time].
  let tokens: Tensor<Float>
  /// What follows each of them.
  let next: [Int]

  var count: Int { tokens.shape[0] }
}

/// The mean cross-entropy of the next character, on whole sets of sequences.
struct NextCharacter<Model: Layer>: Objective {
  /// The model, from characters [sequences, time] to logits [sequences, time, characters].
  let model: Model
  let layout: ParameterLayout

  init(_ model: Model) {
    self.model = model
    layout = ParameterLayout(of: model)
  }

  func evaluate<S: Scalar>(_ batch: Batch<CharacterExamples>, on tape: Tape<S>) -> Evaluation<S> {
    let tokens = Tensor<S>(gathering: batch.indices, of: batch.examples.tokens, pool: tape.pool)
    return Evaluation(loss: softmaxCrossEntropy(model(tape.constant(tokens)), labels: batch.examples.next))
  }
}
