/// Multiplies parameters by 1 − η λ before the step: decay that no preconditioner touches.
///
/// Some parameters can be left out, by role or name; `AdamW` and others have such decay of their own, for all
/// parameters, in one pass. Loshchilov and Hutter 2019 (arXiv:1711.05101).
public struct DecoupledWeightDecay<Base: Optimizer>: OptimizerWrapper {
  /// What steps.
  public var base: Base
  /// λ
  public var weightDecay: Double
  /// Which parameters decay.
  public var mask: SegmentMask

  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    state.step += 1
    let rule = Shrink(factor: 1 - learningRate * weightDecay)
    var slots: [Tensor<S.Accumulator>] = []
    for segment in parameters.layout.segments where mask.includes(segment) {
      ElementwisePass.run(rule, on: &parameters, along: gradient.vector, slots: &slots, over: segment.range)
    }
    base.update(&parameters, along: &gradient, state: &state.inner[0])
  }
}

private struct Shrink: ElementwiseRule {
  let factor: Double
  func callAsFunction<V: Lane>(_ w: inout V, _ g: V, _ slots: inout Slots<V>) { w = factor * w }
}

extension Optimizer {
  /// This optimizer on parameters that decay by η λ a step, those that the mask lets through.
  public func decaying(_ weightDecay: Double, mask: SegmentMask = .all) -> DecoupledWeightDecay<Self> {
    require(weightDecay >= 0, "weight decay is not negative, like \(weightDecay)")
    return DecoupledWeightDecay(base: self, weightDecay: weightDecay, mask: mask)
  }
}
