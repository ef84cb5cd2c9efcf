/// Scales the gradient down where its Euclidean norm over all parameters exceeds a bound, then steps.
///
/// g ← g · min(1, bound/(‖g‖ + 1e-6)), as PyTorch's `clip_grad_norm_`. Pascanu, Mikolov, Bengio 2013 (arXiv:1211.5063).
public struct Clipped<Base: Optimizer>: Optimizer {
  /// What steps along the clipped gradient.
  public var base: Base
  /// The largest norm let through.
  public var bound: Double

  public var learningRate: Double {
    get { base.learningRate }
    set { base.learningRate = newValue }
  }

  public func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> {
    OptimizerState(inner: [base.initialState(for: parameters)])
  }

  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout ParameterVector<S>, state: inout OptimizerState<S>,
    evaluator: (any Evaluator<S>)?
  ) {
    state.step += 1
    let factor = S.Accumulator(bound) / (gradient.euclideanNorm + S.Accumulator(1e-6))
    // A gradient within the bound is left as it is, bit for bit; NaN compares false and is left for others to report.
    if factor < 1 { gradient.scale(by: factor) }
    base.update(&parameters, along: &gradient, state: &state.inner[0], evaluator: evaluator)
  }
}

extension Optimizer {
  /// This optimizer on gradients whose norm over all parameters is at most `bound`.
  public func clipped(toGlobalNorm bound: Double) -> Clipped<Self> {
    require(bound > 0, "a gradient cannot be clipped to norm \(bound)")
    return Clipped(base: self, bound: bound)
  }
}
