/// A recurrent language model: tokens, as vectors, through recurrent layers to the logits of the next token.
///
/// x holds tokens [batch, time], the result is [batch, time, vocabulary]. Karpathy 2015, "The unreasonable effectiveness of
/// recurrent neural networks" (https://github.com/karpathy/char-rnn); Mikolov et al. 2010 (Interspeech). Weights begin as in PyTorch's
/// layers: the embedding standard normal, all others uniform within ±1/√hidden.
///
/// ```swift
/// let model = CharRNN(vocabulary: 65, hidden: 128, layers: 2)
/// let (logits, state) = model(tokens, from: nil)
/// ```
public struct CharRNN: Layer {
  /// The table of tokens; nil where tokens are one-hot vectors.
  public let embedding: Embedding?
  /// The recurrent layers.
  public let recurrent: Recurrent
  /// The last layer.
  public let output: Dense
  private let vocabulary: Int

  /// A model of a cell, by default one layer of long short-term memory.
  ///
  /// Tokens are embedded in `width` dimensions, by default as many as hidden units; with a width of 0 they are one-hot vectors.
  public init(
    vocabulary: Int, hidden: Int, layers: Int = 1, cell: RecurrentCell = .longShortTerm, width: Int? = nil,
    dropout: Double = 0
  ) {
    let width = width ?? hidden
    embedding = width > 0 ? Embedding(vocabulary, width) : nil
    recurrent = Recurrent(
      cell, width > 0 ? width : vocabulary, hidden: hidden, layers: layers, batchFirst: true, dropout: dropout)
    output = Dense(
      hidden, vocabulary, initializer: .pyTorch, biasInitializer: .pyTorch(fanIn: hidden))
    self.vocabulary = vocabulary
  }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { self(x, from: nil).logits }

  /// The logits and the last states, from where the next part of a text goes on.
  public func callAsFunction<S: Scalar>(
    _ x: Variable<S>, from start: RecurrentState<S>?
  ) -> (logits: Variable<S>, state: RecurrentState<S>) {
    let vectors = embedding.map { $0(x) } ?? OneHot(vocabulary)(x)
    let (hidden, state) = recurrent(vectors, from: start)
    return (output(hidden), state)
  }
}
