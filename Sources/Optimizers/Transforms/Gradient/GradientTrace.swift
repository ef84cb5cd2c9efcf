/// Puts a decaying sum in the place of the gradient: heavy-ball momentum before another rule.
///
/// b ← g + μ b, g ← b, or g + μ b with Nesterov's variant: optax's `trace`. Polyak 1964 (doi:10.1016/0041-5553(64)90137-5).
public struct GradientTrace: GradientTransform {
  /// μ, how much of the sum is kept.
  public var momentum: Double
  /// Whether the gradient looks ahead along the sum.
  public var nesterov: Bool

  /// A trace.
  public init(momentum: Double, nesterov: Bool = false) {
    self.momentum = momentum
    self.nesterov = nesterov
  }

  public func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> {
    OptimizerState(slots: ["trace"], count: parameters.layout.count)
  }

  public func apply<S: Scalar>(
    to gradient: inout Gradient<S>, at parameters: ParameterVector<S>, state: inout OptimizerState<S>
  ) {
    let g = gradient.values
    state.slots[0].combine(1, g, S.Accumulator(momentum))
    gradient.replace(with: nesterov ? g + state.slots[0].scaled(by: S.Accumulator(momentum)) : state.slots[0])
  }
}

extension Optimizer {
  /// This optimizer on a decaying sum of gradients.
  public func tracing(momentum: Double, nesterov: Bool = false) -> Preceded<GradientTrace, Self> {
    preceded(by: GradientTrace(momentum: momentum, nesterov: nesterov))
  }
}
