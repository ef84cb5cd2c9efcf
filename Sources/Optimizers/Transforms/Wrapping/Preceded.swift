/// An optimizer on transformed gradients.
///
/// The last transform written is the first applied: `Adam().preceded(by: a).preceded(by: b)` applies b, then a, then Adam.
public struct Preceded<Transform: GradientTransform, Base: Optimizer>: OptimizerWrapper {
  /// What is done to the gradient first.
  public var transform: Transform
  /// What steps along the transformed gradient.
  public var base: Base

  public func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> {
    let inner = base.unscaledState(for: parameters, within: "\(Transform.self)")
    return OptimizerState(inner: [inner, transform.initialState(for: parameters)])
  }

  public var copesWithNonFinite: Bool { transform.copesWithNonFinite || base.copesWithNonFinite }

  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    state.step += 1
    // What the optimizer leaves out the transform does not see either: an average would keep its NaN.
    if !base.copesWithNonFinite || transform.copesWithNonFinite || gradient.isFinite {
      state.inner[1].step += 1
      transform.apply(to: &gradient, at: parameters, state: &state.inner[1])
    }
    base.update(&parameters, along: &gradient, state: &state.inner[0])
  }
}

extension Optimizer {
  /// This optimizer on gradients to which something is done first.
  public func preceded<Transform: GradientTransform>(by transform: Transform) -> Preceded<Transform, Self> {
    Preceded(transform: transform, base: self)
  }
}
