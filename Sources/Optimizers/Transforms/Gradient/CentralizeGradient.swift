/// Subtracts from the gradient of each matrix or kernel its mean over all axes but the first.
///
/// Yong, Huang, Hua, Zhang 2020 (arXiv:2004.01461). Vectors are left alone.
public struct CentralizeGradient: GradientTransform {
  /// Centralization has nothing to set.
  public init() {}

  public func apply<S: Scalar>(
    to gradient: inout Gradient<S>, at parameters: ParameterVector<S>, state: inout OptimizerState<S>
  ) {
    gradient.forEachSegment { g, _ in
      guard g.shape.rank > 1, g.count > 0 else { return nil }
      return g - g.summed(to: g.shape.keepingOnly(0), scale: Double(g.shape[0]) / Double(g.count))
    }
  }
}

extension Optimizer {
  /// This optimizer on gradients whose rows have mean zero.
  public func centralized() -> Preceded<CentralizeGradient, Self> { preceded(by: CentralizeGradient()) }
}
