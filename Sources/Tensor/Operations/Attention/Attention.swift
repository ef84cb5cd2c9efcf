/// softmax(q kᵀ · scale + mask) v, without keeping the weights: the pullback computes them again, some rows at a time (as
/// in Dao et al. 2022, arXiv:2205.14135; here a row is whole).
///
/// Arguments: q [..., queries, d], k [..., keys, d], v [..., keys, e] and maybe a mask that broadcasts to [..., queries, keys];
/// the result is [..., queries, e]. With `heads`, q is [batch, queries, heads · d] and so on, and the mask broadcasts to
/// [batch, heads, queries, keys]. The scale is 1/√d by default. With `isCausal` each query sees the keys up to its own
/// place, and what no row of a block sees is not computed. All of it in the accumulator's type.
public struct Attention: Differentiable {
  /// The number of heads that stand side by side in each row; nil where an axis of its own, or none, counts them.
  public let heads: Int?
  /// Whether each query sees only the keys up to its own place.
  public let isCausal: Bool
  /// What products of queries and keys are multiplied by; 1/√d where nil.
  public let scale: Double?

  /// The operation.
  public init(heads: Int? = nil, isCausal: Bool = false, scale: Double? = nil) {
    self.heads = heads
    self.isCausal = isCausal
    self.scale = scale
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> {
    let plan = AttentionPlan(self, x[0].shape, x[1].shape, x[2].shape, mask: x.count > 3 ? x[3].shape : nil)
    let output = Tensor<S.Accumulator>(uninitialized: plan.outputShape, pool: x.pool)
    plan.attend(
      x[0].widened(), x[1].widened(), x[2].widened(), mask: x.count > 3 ? x[3].widened() : nil, into: output)
    return output.narrowed(to: S.self)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func pullback<S: Scalar>(_ step: Pullback<S>) {
    let shapes = (0..<step.count).map { step[$0].shape }
    let plan = AttentionPlan(self, shapes[0], shapes[1], shapes[2], mask: shapes.count > 3 ? shapes[3] : nil)
    let g = step.cotangent.widened()
    let cotangents = shapes.prefix(3).map { Tensor<S.Accumulator>(uninitialized: $0, pool: g.pool) }
    // All scores' cotangents at once only where a mask is trained.
    let needsMask = step.count > 3 && step.needs(3)
    let scores = needsMask ? Tensor<S.Accumulator>.zeros(plan.scoresShape, pool: g.pool) : nil
    plan.pullBack(
      step[0].widened(), step[1].widened(), step[2].widened(), mask: step.count > 3 ? step[3].widened() : nil, g,
      into: (cotangents[0], cotangents[1], cotangents[2]), scores: scores)
    for index in 0..<3 { step.add(cotangents[index].narrowed(to: S.self), to: index) }
    if let scores { step.add(scores.summed(to: shapes[3]).narrowed(to: S.self), to: 3) }
  }
}
