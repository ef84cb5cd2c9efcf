/// softmax(q kᵀ · scale + mask) v, on the last two axes, in one operation that keeps no weights: see `Attention`.
///
/// With `heads`, these stand side by side on the last axis, [batch, time, heads · width].
public func attention<S: Scalar>(
  _ q: Variable<S>, _ k: Variable<S>, _ v: Variable<S>, mask: Variable<S>? = nil, heads: Int? = nil,
  isCausal: Bool = false, scale: Double? = nil
) -> Variable<S> {
  Variable.applying(
    Attention(heads: heads, isCausal: isCausal, scale: scale), to: [q, k, v] + [mask].compactMap { $0 })
}

/// softmax(q kᵀ · scale + mask) v with the weights, on the last two axes; axes before them are batches and heads (Vaswani et al. 2017,
/// arXiv:1706.03762).
///
/// The scale is 1/√d by default, with d the width of queries. A causal mask lets each position attend to those up to its
/// own; `mask` is added to the scores, so that −∞ hides. What is dropped of the weights is dropped before the product with v.
public func scaledDotProductAttention<S: Scalar>(
  _ q: Variable<S>, _ k: Variable<S>, _ v: Variable<S>, mask: Variable<S>? = nil, isCausal: Bool = false,
  scale: Double? = nil, dropout: Dropout? = nil
) -> (output: Variable<S>, weights: Variable<S>) {
  var scores = q.matrixProduct(k, otherTransposed: true) * (scale ?? 1 / Double(q.shape[-1]).squareRoot())
  if isCausal { scores = scores + causalMask(q.shape[-2], k.shape[-2], on: q.tape) }
  if let mask { scores = scores + mask }
  let weights = softmax(scores)
  return ((dropout.map { $0(weights) } ?? weights).matrixProduct(v), weights)
}

/// 0 where a position may attend, −∞ where the other comes later, [queries, keys].
func causalMask<S: Scalar>(_ queries: Int, _ keys: Int, on tape: Tape<S>) -> Variable<S> {
  let elements = (0..<queries * keys).map { $0 % keys > $0 / keys ? -S.infinity : 0 }
  return tape.constant(Tensor([queries, keys], elements, pool: tape.pool))
}

extension Tape {
  /// A mask to add to scores: 0 where a flag is true, −∞ elsewhere.
  public func mask(_ shape: Shape, attending flags: [Bool]) -> Variable<S> {
    constant(Tensor(shape, flags.map { $0 ? 0 : -S.infinity }, pool: pool))
  }
}
