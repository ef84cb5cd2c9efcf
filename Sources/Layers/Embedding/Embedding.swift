/// A table of trained vectors, one for each token.
public struct Embedding: Layer {
  /// The table, [tokens, width].
  public let weight: Parameter
  /// A token whose vector is not trained, nil for none.
  public let padding: Int?

  /// A table whose entries begin standard normal (PyTorch's).
  public init(_ tokens: Int, _ width: Int, padding: Int? = nil, initializer: any Initializer = .normal(deviation: 1)) {
    require(tokens > 0 && width > 0, "an embedding of \(tokens) tokens in \(width) dimensions")
    weight = Parameter([tokens, width], role: .embedding, initializer: initializer)
    self.padding = padding
  }

  /// The vectors of tokens in the given shape, of shape [shape…, width].
  public func callAsFunction<S: Scalar>(_ tokens: [Int], shape: Shape, on tape: Tape<S>) -> Variable<S> {
    tape[weight].applying(GatherRows(tokens, shape: shape, frozenRow: padding))
  }

  /// The vectors of tokens that are given as numbers; a narrow scalar type tells only the first few hundred apart.
  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    self(x.value.elements.map { Int($0.double) }, shape: x.shape, on: x.tape)
  }
}
