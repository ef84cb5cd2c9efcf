/// Self-attention and a feed-forward network, each around a residual connection: an encoder's block, or with a causal mask
/// that of a language model.
///
/// With normalization first, x + f(norm x), else norm(x + f x). Vaswani et al. 2017 (arXiv:1706.03762); Xiong et al. 2020
/// (arXiv:2002.04745) for normalization first. PyTorch's `TransformerEncoderLayer`.
public struct TransformerBlock: Layer {
  /// The activations between the two dense layers.
  public enum Activation: String, CaseIterable, Sendable {
    /// max(x, 0)
    case relu
    /// x Φ(x)
    case gelu

    func of<S: Scalar>(_ layer: Dense, _ x: Variable<S>) -> Variable<S> {
      switch self {
      case .relu: layer.rectified(x)
      case .gelu: GlissadeTensor.gelu(layer(x))
      }
    }
  }

  /// The attention.
  public let attention: MultiHeadAttention
  /// The first dense layer.
  public let hidden: Dense
  /// The second dense layer.
  public let output: Dense
  /// The normalization at the attention.
  public let attentionNorm: LayerNorm
  /// The normalization at the dense layers.
  public let hiddenNorm: LayerNorm
  /// What is dropped of both results; of the attention's weights as much.
  public let dropout: Dropout
  /// Whether normalization comes first.
  public let normalizesFirst: Bool
  /// The activation.
  public let activation: Activation

  /// A block of the given width.
  ///
  /// Without initializers, the first dense layer begins as He's values and all other matrices as Glorot's. `initializer` is for
  /// all of them, but for the two that lead back to the residual connections where `residualInitializer` is given.
  public init(
    width: Int, heads: Int, hidden: Int, isCausal: Bool = false, normalizesFirst: Bool = true,
    activation: Activation = .gelu, dropout: Double = 0, bias: Bool = true, epsilon: Double = 1e-5,
    initializer: (any Initializer)? = nil, residualInitializer: (any Initializer)? = nil
  ) {
    let last: any Initializer = residualInitializer ?? initializer ?? .glorot
    attention = MultiHeadAttention(
      width: width, heads: heads, isCausal: isCausal, bias: bias, dropout: dropout, initializer: initializer ?? .glorot,
      outputInitializer: last)
    self.hidden = Dense(width, hidden, bias: bias, initializer: initializer ?? .he)
    output = Dense(hidden, width, bias: bias, initializer: last)
    attentionNorm = LayerNorm(width, epsilon: epsilon, offset: bias)
    hiddenNorm = LayerNorm(width, epsilon: epsilon, offset: bias)
    self.dropout = Dropout(dropout)
    self.normalizesFirst = normalizesFirst
    self.activation = activation
  }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { self(x, mask: nil) }

  /// The block with a mask that is added to the scores.
  public func callAsFunction<S: Scalar>(_ x: Variable<S>, mask: Variable<S>?) -> Variable<S> {
    if normalizesFirst {
      let y = x + attended(attentionNorm(x), mask)
      return y + transformed(hiddenNorm(y))
    }
    let y = attentionNorm(x + attended(x, mask))
    return hiddenNorm(y + transformed(y))
  }

  /// What the attention adds to the residual connection.
  fileprivate func attended<S: Scalar>(_ x: Variable<S>, _ mask: Variable<S>?) -> Variable<S> {
    dropout(attention(x, to: x, x, mask: mask))
  }

  /// What the dense layers add to it.
  fileprivate func transformed<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    dropout(output(activation.of(hidden, x)))
  }
}

/// A decoder's block: self-attention, attention to a memory, and a feed-forward network (PyTorch's
/// `TransformerDecoderLayer`).
public struct TransformerDecoderBlock: Sendable {
  /// The self-attention and the dense layers.
  public let block: TransformerBlock
  /// The attention to the memory.
  public let memoryAttention: MultiHeadAttention
  /// The normalization at it.
  public let memoryNorm: LayerNorm

  /// A block of the given width.
  public init(
    width: Int, heads: Int, hidden: Int, isCausal: Bool = true, normalizesFirst: Bool = true,
    activation: TransformerBlock.Activation = .gelu, dropout: Double = 0, epsilon: Double = 1e-5
  ) {
    block = TransformerBlock(
      width: width, heads: heads, hidden: hidden, isCausal: isCausal, normalizesFirst: normalizesFirst,
      activation: activation, dropout: dropout, epsilon: epsilon)
    memoryAttention = MultiHeadAttention(width: width, heads: heads, dropout: dropout)
    memoryNorm = LayerNorm(width, epsilon: epsilon)
  }

  /// The block on a sequence and a memory, with a mask that is added to the scores among the sequence.
  public func callAsFunction<S: Scalar>(
    _ x: Variable<S>, memory: Variable<S>, mask: Variable<S>? = nil
  ) -> Variable<S> {
    func recalled(_ x: Variable<S>) -> Variable<S> {
      block.dropout(memoryAttention(x, to: memory, memory))
    }
    if block.normalizesFirst {
      let y = x + block.attended(block.attentionNorm(x), mask)
      let z = y + recalled(memoryNorm(y))
      return z + block.transformed(block.hiddenNorm(z))
    }
    let y = block.attentionNorm(x + block.attended(x, mask))
    let z = memoryNorm(y + recalled(y))
    return block.hiddenNorm(z + block.transformed(z))
  }
}
