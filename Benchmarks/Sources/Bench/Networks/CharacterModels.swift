import Glissade

/// The next character by one LSTM.
struct CharacterLSTM: Layer {
  let embedding = Embedding(65, 128)
  let lstm = Recurrent.lstm(128, hidden: 128, batchFirst: true)
  let head = Dense(128, 65)

  func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { head(lstm(embedding(x))) }
}

/// Four blocks with learned positions and a head that shares the embedding's weights.
struct BabyGPT: Layer {
  let tokens = Embedding(65, 128, initializer: .normal(deviation: 0.02))
  let positions = Parameter([64, 128], role: .embedding, initializer: .normal(deviation: 0.02))
  let blocks = (0..<4).map { _ in
    TransformerBlock(width: 128, heads: 4, hidden: 512, isCausal: true, bias: false)
  }
  let norm = LayerNorm(128, offset: false)

  func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    var hidden = tokens(x) + x.tape[positions]
    for block in blocks { hidden = block(hidden) }
    return Dense(weight: tokens.weight)(norm(hidden))
  }
}
