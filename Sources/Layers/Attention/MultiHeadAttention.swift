/// Scaled dot-product self-attention with several heads (Vaswani et al. 2017, arXiv:1706.03762).
///
/// softmax(Q Kᵀ/√d) V for each head of width d = width/heads, between projections of the input and of the result.
/// x has shape [batch, time, width].
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

  /// Attention of the given width, which the number of heads divides.
  public init(width: Int, heads: Int, isCausal: Bool = false, bias: Bool = true) {
    require(heads > 0 && width.isMultiple(of: heads), "\(heads) heads do not divide a width of \(width)")
    query = Dense(width, width, bias: bias, initializer: .glorot)
    key = Dense(width, width, bias: bias, initializer: .glorot)
    value = Dense(width, width, bias: bias, initializer: .glorot)
    output = Dense(width, width, bias: bias, initializer: .glorot)
    self.heads = heads
    self.isCausal = isCausal
  }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    require(x.shape.rank == 3, "attention takes [batch, time, width], not shape \(x.shape)")
    let (batch, time, width) = (x.shape[0], x.shape[1], x.shape[2])
    let headWidth = width / heads
    func split(_ projected: Variable<S>) -> Variable<S> {
      projected.reshaped(to: batch, time, heads, headWidth).transposed(0, 2, 1, 3)
    }
    var scores = split(query(x)).matrixProduct(split(key(x)), otherTransposed: true)
    scores = scores * (1 / Double(headWidth).squareRoot())
    if isCausal { scores = scores + x.tape.constant(Self.causalMask(time, pool: x.tape.pool)) }
    let mixed = softmax(scores).matrixProduct(split(value(x)))
    return output(mixed.transposed(0, 2, 1, 3).reshaped(to: batch, time, width))
  }

  /// 0 where a position may attend, −∞ where the other comes later.
  private static func causalMask<S: Scalar>(_ time: Int, pool: StoragePool) -> Tensor<S> {
    let elements = (0..<time * time).map { $0 % time > $0 / time ? -S.infinity : 0 }
    return Tensor([time, time], elements, pool: pool)
  }
}
