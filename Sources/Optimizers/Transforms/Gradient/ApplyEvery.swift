/// Lets gradients through only every k steps, then the sum of the last k; zero in between.
///
/// optax's `apply_every`. The optimizer behind it steps every time: for one that does so every k steps only, see
/// `Accumulated`.
public struct ApplyEvery: GradientTransform {
  /// k
  public var interval: Int

  /// Every so many steps.
  public init(_ interval: Int) {
    require(interval > 0, "gradients are applied every one or more steps, not \(interval)")
    self.interval = interval
  }

  public func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> {
    OptimizerState(slots: ["sum"], count: parameters.layout.count)
  }

  public func apply<S: Scalar>(
    to gradient: inout Gradient<S>, at parameters: ParameterVector<S>, state: inout OptimizerState<S>
  ) {
    let isFirst = state.step % interval == 1 || interval == 1
    state.slots[0].combine(1, gradient.values, isFirst ? 0 : 1)
    if state.step.isMultiple(of: interval) {
      gradient.replace(with: state.slots[0])
    } else {
      gradient.replace(with: .zeros([gradient.layout.count]))
    }
  }
}
