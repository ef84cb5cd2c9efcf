/// x/√(mean of x² + ε) along the last axis (Zhang, Sennrich 2019, arXiv:1910.07467).
public struct RootMeanSquareNormalize: Differentiable {
  /// ε; nil for the distance from 1 to the next number of the scalar type, as PyTorch has it.
  public let epsilon: Double?

  /// The operation.
  public init(epsilon: Double? = nil) { self.epsilon = epsilon }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> {
    let wide = x[0].widened()
    let square = (wide * wide).summed(to: wide.shape.perRow, scale: 1 / Double(wide.shape.columns))
    let inverse = (square + (epsilon ?? S.ulpOfOne.double)).applying(.squareRoot).applying(.reciprocal)
    x.save(inverse.narrowed(to: S.self))
    return (wide * inverse).narrowed(to: S.self)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func pullback<S: Scalar>(_ step: Pullback<S>) {
    // dx = (g − x̂ mean(g x̂)) r
    let (g, normalized) = (step.cotangent.widened(), step.output.widened())
    let along = (g * normalized).summed(to: g.shape.perRow, scale: 1 / Double(g.shape.columns))
    step.add(((g - normalized * along) * step.saved(0).widened()).narrowed(to: S.self), to: 0)
  }
}
