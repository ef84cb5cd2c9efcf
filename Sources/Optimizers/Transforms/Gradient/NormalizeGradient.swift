/// Divides the gradient by its Euclidean norm over all parameters.
///
/// g ← scale · g/(‖g‖ + ε): optax's `normalize_by_update_norm`. Hazan, Levy, Shalev-Shwartz 2015 (arXiv:1507.02030).
public struct NormalizeGradient: GradientTransform {
  /// The norm afterwards.
  public var scale: Double
  /// ε, added to the norm.
  public var epsilon: Double

  /// Normalization to norm 1 by default, with optax's ε = 1e-6.
  public init(scale: Double = 1, epsilon: Double = 1e-6) {
    require(epsilon > 0, "normalization needs a positive ε, not \(epsilon)")
    self.scale = scale
    self.epsilon = epsilon
  }

  public func apply<S: Scalar>(
    to gradient: inout Gradient<S>, at parameters: ParameterVector<S>, state: inout OptimizerState<S>
  ) {
    gradient.multiply(by: S.Accumulator(scale) / (gradient.euclideanNorm + S.Accumulator(epsilon)))
  }
}

extension Optimizer {
  /// This optimizer on gradients of norm 1, or `scale`.
  public func normalized(scale: Double = 1, epsilon: Double = 1e-6) -> Preceded<NormalizeGradient, Self> {
    preceded(by: NormalizeGradient(scale: scale, epsilon: epsilon))
  }
}
