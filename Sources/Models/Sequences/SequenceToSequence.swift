/// An encoder and a decoder of recurrent layers, for answers of a fixed length: what the encoder remembers in the end is the
/// decoder's input at every step.
///
/// x holds tokens [batch, time], one-hot inside; the result is logits [batch, answer, vocabulary]. Sutskever, Vinyals, Le 2014
/// (arXiv:1409.3215), in the form of Keras's example `addition_rnn`, in which numbers are added as texts. Recurrent layers begin as
/// PyTorch's, uniform within ±1/√hidden, the last one as Glorot's uniform values.
public struct SequenceToSequence: Layer {
  /// What reads.
  public let encoder: Recurrent
  /// What writes.
  public let decoder: Recurrent
  /// The last layer.
  public let output: Dense
  /// The number of tokens of an answer.
  public let answerLength: Int
  private let oneHot: OneHot

  /// A model of a cell, by default long short-term memory.
  public init(
    vocabulary: Int, hidden: Int, answerLength: Int, layers: Int = 1, cell: RecurrentCell = .longShortTerm
  ) {
    require(answerLength > 0, "an answer has at least one token, not \(answerLength)")
    encoder = Recurrent(cell, vocabulary, hidden: hidden, batchFirst: true)
    decoder = Recurrent(cell, hidden, hidden: hidden, layers: layers, batchFirst: true)
    output = Dense(hidden, vocabulary, initializer: .glorot)
    self.answerLength = answerLength
    oneHot = OneHot(vocabulary)
  }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    let memory = LastStep()(encoder(oneHot(x)))
    let (batch, width) = (memory.shape[0], memory.shape[1])
    let steps = x.tape.constant(Tensor.zeros([batch, answerLength, width], pool: x.tape.pool))
    return output(decoder(steps + memory.reshaped(to: batch, 1, width)))
  }
}
