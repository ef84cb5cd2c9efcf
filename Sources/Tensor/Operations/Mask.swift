/// y = x · mask, where each element of the mask is 0 with probability `rate` and else 1/(1 − rate): dropout's operation.
///
/// The mask is a function of the stream alone, so the same stream gives the same mask in every scalar type.
public struct Mask: Differentiable {
  /// The probability that an element is zeroed, at least 0 and below 1.
  public let rate: Double
  /// Where the random numbers come from.
  public let stream: RandomStream

  /// The operation for one use of a stream.
  public init(rate: Double, stream: RandomStream) {
    require(rate >= 0 && rate < 1, "a dropout rate is at least 0 and below 1, not \(rate)")
    self.rate = rate
    self.stream = stream
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> {
    let mask = Tensor<S>(mask: x[0].shape, rate: rate, stream: stream, pool: x.pool)
    x.save(mask)
    return x[0] * mask
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func pullback<S: Scalar>(_ step: Pullback<S>) { step.add(step.cotangent * step.saved(0), to: 0) }
}
