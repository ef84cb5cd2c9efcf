/// Scaled dot-product attention with several heads (Vaswani et al. 2017, arXiv:1706.03762).
///
/// softmax(Q Kᵀ/√d) V for each head of width d = width/heads, between projections of the inputs and of the result. Inputs
/// have shape [batch, time, width]; as a layer of one input, that attends to itself.
public struct MultiHeadAttention: Layer {
  /// The projections to queries.
  public let query: Dense
  /// The projections to keys.
  public let key: Dense
  /// The projections to values.
  public let value: Dense
  /// The projection of the heads' results.
  public let output: Dense
  /// The number of heads.
  public let heads: Int
  /// Whether each position attends only to itself and those before.
  public let isCausal: Bool
  /// What is dropped of the weights.
  public let dropout: Dropout

  /// Attention of the given width, which the number of heads divides; keys and values may come in other widths.
  ///
  /// All projections begin as Glorot's uniform values by default, the last one as the others unless told otherwise.
  public init(
    width: Int, heads: Int, isCausal: Bool = false, bias: Bool = true, keyWidth: Int? = nil, valueWidth: Int? = nil,
    dropout: Double = 0, initializer: any Initializer = .glorot, outputInitializer: (any Initializer)? = nil
  ) {
    require(heads > 0 && width.isMultiple(of: heads), "\(heads) heads do not divide a width of \(width)")
    query = Dense(width, width, bias: bias, initializer: initializer)
    key = Dense(keyWidth ?? width, width, bias: bias, initializer: initializer)
    value = Dense(valueWidth ?? width, width, bias: bias, initializer: initializer)
    output = Dense(width, width, bias: bias, initializer: outputInitializer ?? initializer)
    self.heads = heads
    self.isCausal = isCausal
    self.dropout = Dropout(dropout)
  }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { self(x, to: x, x) }

  /// What queries gather from values where keys answer them. The weights are not kept, for which see `attend`.
  ///
  /// The mask is added to the scores and broadcasts to [batch, heads, queries, keys].
  public func callAsFunction<S: Scalar>(
    _ x: Variable<S>, to keys: Variable<S>, _ values: Variable<S>, mask: Variable<S>? = nil
  ) -> Variable<S> {
    // The fused operation keeps no weights to drop.
    if x.tape.pass.isTraining, dropout.rate > 0 { return attend(x, to: keys, values, mask: mask).output }
    return output(attention(query(x), key(keys), value(values), mask: mask, heads: heads, isCausal: isCausal))
  }

  /// The same with the weights of each head, [batch, heads, queries, keys].
  public func attend<S: Scalar>(
    _ x: Variable<S>, to keys: Variable<S>, _ values: Variable<S>, mask: Variable<S>? = nil
  ) -> (output: Variable<S>, weights: Variable<S>) {
    require(x.shape.rank == 3, "attention takes [batch, time, width], not shape \(x.shape)")
    let (q, k, v) = (split(query(x)), split(key(keys)), split(value(values)))
    let (mixed, weights) = scaledDotProductAttention(
      q, k, v, mask: mask, isCausal: isCausal, dropout: dropout)
    let joined = mixed.transposed(0, 2, 1, 3).reshaped(to: x.shape[0], x.shape[1], query.weight.shape[0])
    return (output(joined), weights)
  }

  /// [batch, time, width] as [batch, heads, time, width/heads].
  private func split<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    let (batch, time, width) = (x.shape[0], x.shape[1], x.shape[2])
    return x.reshaped(to: batch, time, heads, width / heads).transposed(0, 2, 1, 3)
  }
}
