/// The mean binary cross-entropy of logits z against targets t in [0, 1], with the sigmoid inside.
///
/// loss = mean of max(z, 0) − t z + ln(1 + e^(−|z|)), in which nothing cancels and nothing overflows; its derivative by
/// z is (σ(z) − t)/n. Arguments: logits and targets, of the same shape.
public struct SigmoidCrossEntropy: Differentiable {
  /// The operation.
  public init() {}

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> {
    let (z, t) = (x[0].widened(), x[1].widened())
    let losses = z.applying(.relu, pool: x.pool) - t * z + (-abs(z)).applying(.softplus)
    let mean = losses.reduced(.sum) / S.Accumulator(z.count)
    return Tensor(S(accumulator: mean), pool: x.pool)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func pullback<S: Scalar>(_ step: Pullback<S>) {
    let z = step[0].widened()
    let scale = step.cotangent.item.accumulator / S.Accumulator(z.count)
    if step.needs(0) {
      step.add((sigmoid(z) - step[1].widened()).scaled(by: scale).narrowed(to: S.self), to: 0)
    }
    if step.needs(1) { step.add(z.scaled(by: -scale).narrowed(to: S.self), to: 1) }
  }
}
