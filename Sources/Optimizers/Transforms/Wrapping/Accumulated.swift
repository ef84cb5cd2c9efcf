/// Steps once for every k gradients, with their mean or sum: a large batch in k small ones.
///
/// optax's `MultiSteps`; what PyTorch users write as k backward passes to a step. Between steps nothing changes.
public struct Accumulated<Base: Optimizer>: OptimizerWrapper {
  /// What steps.
  public var base: Base
  /// k, the number of gradients to a step.
  public var interval: Int
  /// Whether the mean of the gradients counts, not their sum.
  public var averages: Bool

  public func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> {
    OptimizerState(
      slots: ["sum"], count: parameters.layout.count, inner: [base.initialState(for: parameters)])
  }

  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    let isFirst = state.step.isMultiple(of: interval)
    state.step += 1
    state.slots[0].combine(1, gradient.values, isFirst ? 0 : 1)
    state.numbers["loss"] = gradient.loss.map { $0 + (isFirst ? 0 : state.numbers["loss"] ?? 0) }
    guard state.step.isMultiple(of: interval) else { return }
    // Divided before it is rounded: the sum may be too large for the scalar type.
    gradient.replace(with: averages ? state.slots[0].scaled(by: 1 / S.Accumulator(interval)) : state.slots[0])
    gradient.loss = state.numbers["loss"].map { $0 / Double(interval) }
    base.update(&parameters, along: &gradient, state: &state.inner[0])
  }
}

extension Optimizer {
  /// This optimizer stepping once for every `interval` gradients, along their mean, or their sum.
  public func accumulating(_ interval: Int, averages: Bool = true) -> Accumulated<Self> {
    require(interval > 0, "gradients are accumulated over one or more steps, not \(interval)")
    return Accumulated(base: self, interval: interval, averages: averages)
  }
}
