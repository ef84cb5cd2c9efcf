/// Adds the parameters times λ to the gradient: the gradient of ½ λ ‖w‖² (L2 regularization).
///
/// Some parameters can be left out, by role or name. Krogh and Hertz 1991 (NIPS 4). For decay apart from the step, see
/// `DecoupledWeightDecay`.
public struct CoupledWeightDecay: GradientTransform {
  /// λ
  public var weightDecay: Double
  /// Which parameters decay.
  public var mask: SegmentMask

  /// Decay by λ of all parameters, or of those that the mask lets through.
  public init(_ weightDecay: Double, mask: SegmentMask = .all) {
    require(weightDecay >= 0, "weight decay is not negative, like \(weightDecay)")
    self.weightDecay = weightDecay
    self.mask = mask
  }

  public func apply<S: Scalar>(
    to gradient: inout Gradient<S>, at parameters: ParameterVector<S>, state: inout OptimizerState<S>
  ) {
    let segments = gradient.layout.segments
    gradient.forEachSegment { g, index in
      guard mask.includes(segments[index]) else { return nil }
      return g + parameters[index].widened().scaled(by: S.Accumulator(weightDecay))
    }
  }
}

extension Optimizer {
  /// This optimizer on gradients to which the parameters times λ are added.
  public func regularized(_ weightDecay: Double, mask: SegmentMask = .all) -> Preceded<CoupledWeightDecay, Self> {
    preceded(by: CoupledWeightDecay(weightDecay, mask: mask))
  }
}
