/// Brings every element of the gradient between −bound and bound.
///
/// PyTorch's `clip_grad_value_`, optax's `clip`. Mikolov 2012 (thesis, Brno University of Technology).
public struct ClipByValue: GradientTransform {
  /// The largest magnitude let through.
  public var bound: Double

  /// Clipping to a magnitude.
  public init(_ bound: Double) {
    require(bound > 0, "a gradient cannot be clipped to \(bound)")
    self.bound = bound
  }

  public func apply<S: Scalar>(
    to gradient: inout Gradient<S>, at parameters: ParameterVector<S>, state: inout OptimizerState<S>
  ) {
    gradient.change(by: Clamp(bound: bound))
  }

  private struct Clamp: ElementwiseRule {
    let bound: Double
    // NaN compares false and stays, for others to report.
    func callAsFunction<V: Lane>(_ w: inout V, _ g: V, _ slots: inout Slots<V>) {
      w = V.minimum(V.maximum(g, V(-bound)), V(bound))
    }
  }
}

extension Optimizer {
  /// This optimizer on gradients whose elements are between −bound and bound.
  public func clipped(toValue bound: Double) -> Preceded<ClipByValue, Self> { preceded(by: ClipByValue(bound)) }
}
