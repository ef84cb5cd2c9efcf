/// A generative transformer of nanoGPT's shape: GPT-2 (Radford et al. 2019), as Karpathy trains it
/// (https://github.com/karpathy/nanoGPT).
///
/// x holds tokens [batch, time], of at most `context` steps; the result is the logits of the next token at each place,
/// [batch, time, vocabulary]. Learned positions, causal blocks that normalize first, exact GELU, a last normalization, and a head that
/// shares the embedding's weights. Weights begin normal of deviation 0.02, those that lead back to the residual connections of
/// 0.02/√(2 layers), biases at zero.
///
/// ```swift
/// let gpt2 = GPT(vocabulary: 50_257, context: 1_024, width: 768, layers: 12, heads: 12)   // 124,439,808 parameters
/// let characters = GPT(vocabulary: 65, context: 64, width: 128, layers: 4, heads: 4, bias: false)
/// ```
public struct GPT: Layer {
  /// The table of tokens, which is the head's weight too.
  public let tokens: Embedding
  /// The table of positions.
  public let positions: Embedding
  /// What is dropped of the sum of both.
  public let dropout: Dropout
  /// The blocks.
  public let blocks: [TransformerBlock]
  /// The normalization after them.
  public let norm: LayerNorm
  /// The layer that makes logits.
  public let head: Dense

  /// A model of the given sizes; `bias` is for dense layers and normalizations alike.
  public init(
    vocabulary: Int, context: Int, width: Int, layers: Int, heads: Int, bias: Bool = true, dropout: Double = 0
  ) {
    require(layers > 0, "a transformer has at least one block, not \(layers)")
    let weights = Distribution.normal(deviation: 0.02)
    tokens = Embedding(vocabulary, width, initializer: weights)
    positions = Embedding(context, width, initializer: weights)
    self.dropout = Dropout(dropout)
    blocks = (0..<layers).map { _ in
      TransformerBlock(
        width: width, heads: heads, hidden: 4 * width, isCausal: true, dropout: dropout, bias: bias,
        initializer: weights, residualInitializer: .normal(deviation: 0.02 / Double(2 * layers).squareRoot()))
    }
    norm = LayerNorm(width, offset: bias)
    head = Dense(weight: tokens.weight)
  }

  /// The number of steps of the longest sequence.
  public var context: Int { positions.weight.shape[0] }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    require(
      x.shape.rank == 2 && x.shape[1] <= context, "a model of context \(context) was given tokens of shape \(x.shape)")
    let places = x.tape[positions.weight]
    let time = x.shape[1]
    var hidden = dropout(tokens(x) + (time == context ? places : places.slice(0..<time, axis: 0)))
    for block in blocks { hidden = block(hidden) }
    return head(norm(hidden))
  }
}
