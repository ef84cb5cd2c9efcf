/// Multiplies the gradient of each parameter by the parameter's Euclidean norm.
///
/// g ← max(‖w‖, least) g for each tensor: optax's `scale_by_param_block_norm`.
public struct ScaleByParameterNorm: GradientTransform {
  /// What a norm counts for at least.
  public var least: Double

  /// Scaling with optax's least norm of 1e-3.
  public init(least: Double = 1e-3) { self.least = least }

  public func apply<S: Scalar>(
    to gradient: inout Gradient<S>, at parameters: ParameterVector<S>, state: inout OptimizerState<S>
  ) {
    gradient.forEachSegment { g, index in
      let norm = parameters[index].euclideanNorm
      let floor = S.Accumulator(least)
      return g.scaled(by: norm > floor ? norm : floor)
    }
  }
}

extension Optimizer {
  /// This optimizer on gradients times the norms of their parameters.
  public func scaledByParameterNorm(least: Double = 1e-3) -> Preceded<ScaleByParameterNorm, Self> {
    preceded(by: ScaleByParameterNorm(least: least))
  }
}
