/// e^(xⱼ) / Σ e^(xₖ) along an axis.
public func softmax<S>(_ x: Variable<S>, axis: Int) -> Variable<S> { alongLast(x, axis) { softmax($0) } }

/// xⱼ − ln Σ e^(xₖ) along an axis.
public func logSoftmax<S>(_ x: Variable<S>, axis: Int) -> Variable<S> { alongLast(x, axis) { logSoftmax($0) } }

/// ln Σ e^(xₖ) along an axis, which the result lacks; shifted by the largest, so that nothing overflows.
public func logSumExp<S>(_ x: Variable<S>, axis: Int) -> Variable<S> {
  alongAxis(x, axis) { x in
    let largest = x.tape.constant(Tensor(x.shape.perRow, x.value.reducedRows(.maximum).elements, pool: x.tape.pool))
    return (log(exp(x - largest).sum(keeping: -1)) + largest).reshaped(to: x.shape.dropping(axis: -1))
  }
}

/// The first half along an axis times the sigmoid of the second (Dauphin et al. 2017, arXiv:1612.08083).
public func glu<S>(_ x: Variable<S>, axis: Int = -1) -> Variable<S> {
  let halves = x.split(2, axis: axis)
  return halves[0] * sigmoid(halves[1])
}

/// The first half along an axis times SiLU of the second (Shazeer 2020, arXiv:2002.05202).
public func swiGLU<S>(_ x: Variable<S>, axis: Int = -1) -> Variable<S> {
  let halves = x.split(2, axis: axis)
  return halves[0] * silu(halves[1])
}

/// x divided by its Euclidean norm along an axis, or by ε where that is more.
public func normalize<S>(_ x: Variable<S>, axis: Int = 1, epsilon: Double = 1e-12) -> Variable<S> {
  // The square is bounded, not its root: the gradient of the root of 0 is infinite.
  let least = max(epsilon * epsilon, S.leastNormalMagnitude.double)
  return x / sqrt(maximum(square(x).sum(keeping: axis), x.tape.constant(least)))
}

/// The cosine of the angle between two tensors along an axis, which the result lacks: x·y/√max(‖x‖²‖y‖², ε²).
public func cosineSimilarity<S>(
  _ x: Variable<S>, _ y: Variable<S>, axis: Int = 1, epsilon: Double = 1e-8
) -> Variable<S> {
  let squares = square(x).sum(axis: axis) * square(y).sum(axis: axis)
  let least = max(epsilon * epsilon, S.leastNormalMagnitude.double)
  return (x * y).sum(axis: axis) / sqrt(maximum(squares, x.tape.constant(least)))
}

/// Applies what works along the last axis along another one.
private func alongLast<S>(_ x: Variable<S>, _ axis: Int, _ body: (Variable<S>) -> Variable<S>) -> Variable<S> {
  let axis = x.shape.resolve(axis)
  if axis == x.shape.rank - 1 { return body(x) }
  return body(x.swappingAxes(axis, -1)).swappingAxes(axis, -1)
}

/// Applies what takes the last axis away to another one.
private func alongAxis<S>(_ x: Variable<S>, _ axis: Int, _ body: (Variable<S>) -> Variable<S>) -> Variable<S> {
  let axis = x.shape.resolve(axis)
  let order = (0..<x.shape.rank).filter { $0 != axis } + [axis]
  return body(axis == x.shape.rank - 1 ? x : x.transposed(order))
}
