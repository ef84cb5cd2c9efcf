/// Scales the gradient of each parameter down where its norm, or root mean square, exceeds a bound.
///
/// g ← g/max(1, size(g)/bound) for each tensor; with the root mean square, optax's `clip_by_block_rms` (Shazeer and Stern
/// 2018, arXiv:1804.04235).
public struct ClipByTensorNorm: GradientTransform {
  /// The size of a tensor.
  public enum Size: String, CaseIterable, Sendable {
    /// √Σ g²
    case norm
    /// √(Σ g²/n)
    case rootMeanSquare
  }

  /// The largest size let through.
  public var bound: Double
  /// What is bounded.
  public var size: Size

  /// Clipping of each tensor, its Euclidean norm by default.
  public init(_ bound: Double, size: Size = .norm) {
    require(bound > 0, "a gradient cannot be clipped to \(bound)")
    self.bound = bound
    self.size = size
  }

  public func apply<S: Scalar>(
    to gradient: inout Gradient<S>, at parameters: ParameterVector<S>, state: inout OptimizerState<S>
  ) {
    gradient.forEachSegment { g, _ in
      var size = g.euclideanNorm
      if self.size == .rootMeanSquare { size /= S.Accumulator(max(1, g.count)).squareRoot() }
      let ratio = size / S.Accumulator(bound)
      return ratio > 1 ? g.scaled(by: 1 / ratio) : nil
    }
  }
}

extension Optimizer {
  /// This optimizer on gradients of which each tensor has a size of at most `bound`.
  public func clipped(
    toTensorNorm bound: Double, size: ClipByTensorNorm.Size = .norm
  ) -> Preceded<ClipByTensorNorm, Self> {
    preceded(by: ClipByTensorNorm(bound, size: size))
  }
}
