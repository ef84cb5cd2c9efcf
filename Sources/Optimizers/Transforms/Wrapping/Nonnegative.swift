/// Keeps parameters at zero or above: the step is followed by a projection (optax's `keep_params_nonnegative`).
public struct Nonnegative<Base: Optimizer>: OptimizerWrapper {
  /// What steps.
  public var base: Base
  /// Which parameters are kept so.
  public var mask: SegmentMask

  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    state.step += 1
    base.update(&parameters, along: &gradient, state: &state.inner[0])
    var slots: [Tensor<S.Accumulator>] = []
    for segment in parameters.layout.segments where mask.includes(segment) {
      ElementwisePass.run(Project(), on: &parameters, along: gradient.vector, slots: &slots, over: segment.range)
    }
  }
}

private struct Project: ElementwiseRule {
  func callAsFunction<V: Lane>(_ w: inout V, _ g: V, _ slots: inout Slots<V>) { w = V.maximum(w, V(0)) }
}

extension Optimizer {
  /// This optimizer with parameters, or those that the mask lets through, kept at zero or above.
  public func keepingNonnegative(mask: SegmentMask = .all) -> Nonnegative<Self> {
    Nonnegative(base: self, mask: mask)
  }
}
