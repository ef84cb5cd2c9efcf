/// Scales the gradient down where its norm over all parameters exceeds a bound.
///
/// g ← g · min(1, bound/(‖g‖ + ε)), with PyTorch's ε = 1e-6 (`clip_grad_norm_`); with ε = 0 it is optax's
/// `clip_by_global_norm`. Pascanu, Mikolov, Bengio 2013 (arXiv:1211.5063).
public struct ClipByGlobalNorm: GradientTransform {
  /// The largest norm let through.
  public var bound: Double
  /// ε, added to the norm.
  public var epsilon: Double
  /// Which norm.
  public var norm: VectorNorm

  /// Clipping to a norm, the Euclidean one by default.
  public init(_ bound: Double, epsilon: Double = 1e-6, norm: VectorNorm = .euclidean) {
    require(bound > 0, "a gradient cannot be clipped to norm \(bound)")
    self.bound = bound
    self.epsilon = epsilon
    self.norm = norm
  }

  public func apply<S: Scalar>(
    to gradient: inout Gradient<S>, at parameters: ParameterVector<S>, state: inout OptimizerState<S>
  ) {
    let size = norm.of(gradient.vector.values) * gradient.scale.magnitude
    let factor = S.Accumulator(bound) / (size + S.Accumulator(epsilon))
    // A gradient within the bound is left as it is, bit for bit; NaN compares false and is left for others to report.
    if factor < 1 { gradient.multiply(by: factor) }
  }
}

extension Optimizer {
  /// This optimizer on gradients whose norm over all parameters is at most `bound`.
  public func clipped(
    toGlobalNorm bound: Double, epsilon: Double = 1e-6, norm: VectorNorm = .euclidean
  ) -> Preceded<ClipByGlobalNorm, Self> {
    preceded(by: ClipByGlobalNorm(bound, epsilon: epsilon, norm: norm))
  }
}
