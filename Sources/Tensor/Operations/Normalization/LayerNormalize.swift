/// Layer normalization over the last axis (Ba, Kiros, Hinton 2016, arXiv:1607.06450).
///
/// y = (x − mean) / √(variance + ε) · gain + offset, with the biased variance. Arguments: x of shape [..., n], then gain and
/// offset, [n], whichever there are. Nothing is kept for the pullback, which computes the statistics of each row again.
public struct LayerNormalize: Differentiable {
  /// ε, which keeps the denominator away from zero.
  public let epsilon: Double
  /// Whether there is a gain.
  public let hasGain: Bool
  /// Whether there is an offset.
  public let hasOffset: Bool

  /// The operation with the given ε, by default 1e-5 (PyTorch's), and with gain and offset unless told otherwise.
  public init(epsilon: Double = 1e-5, gain: Bool = true, offset: Bool = true) {
    self.epsilon = epsilon
    hasGain = gain
    hasOffset = offset
  }

  // Where the offset stands among the arguments.
  private var offsetIndex: Int { hasGain ? 2 : 1 }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> {
    let input = x[0]
    let shapes = (0..<x.count).map { x[$0].shape }
    require(
      input.shape.rank > 0 && x.count == offsetIndex + (hasOffset ? 1 : 0)
        && shapes.dropFirst().allSatisfy { $0 == [input.shape.columns] },
      "layer normalization of \(input.shape) with gain and offset of shapes \(shapes.dropFirst())")
    return input.widened().normalized(
      gain: hasGain ? x[1].widened() : nil, offset: hasOffset ? x[offsetIndex].widened() : nil, epsilon: epsilon
    ).narrowed(to: S.self)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func pullback<S: Scalar>(_ step: Pullback<S>) {
    let cotangents = step[0].widened().pullBackNormalization(
      step.cotangent.widened(), gain: hasGain ? step[1].widened() : nil, epsilon: epsilon, needsInput: step.needs(0),
      needsGain: hasGain && step.needs(1), needsOffset: hasOffset && step.needs(offsetIndex))
    if let dx = cotangents.input { step.add(dx.narrowed(to: S.self), to: 0) }
    if let dGain = cotangents.gain { step.add(dGain.narrowed(to: S.self), to: 1) }
    if let dOffset = cotangents.offset { step.add(dOffset.narrowed(to: S.self), to: offsetIndex) }
  }
}
