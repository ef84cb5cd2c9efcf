/// Layer normalization over the last axis (Ba, Kiros, Hinton 2016, arXiv:1607.06450).
///
/// y = (x − mean) / √(variance + ε) · gain + offset, with the biased variance. Arguments: x of shape [..., n], gain [n],
/// offset [n].
public struct LayerNormalize: Differentiable {
  /// ε, which keeps the denominator away from zero.
  public let epsilon: Double

  /// The operation with the given ε, by default 1e-5 (PyTorch's).
  public init(epsilon: Double = 1e-5) { self.epsilon = epsilon }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> {
    let input = x[0]
    require(
      input.shape.rank > 0 && x[1].shape == [input.shape.columns] && x[2].shape == x[1].shape,
      "layer normalization of shape \(input.shape) with gain \(x[1].shape) and offset \(x[2].shape)")
    let (normalized, inverseDeviation) = standardize.apply(to: input)
    x.save(normalized)
    x.save(inverseDeviation)
    return normalized * x[1] + x[2]
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func pullback<S: Scalar>(_ step: Pullback<S>) {
    let g = step.cotangent
    let normalized = step.saved(0)
    step.addReduced(g * normalized, to: 1)
    step.addReduced(g, to: 2)
    guard step.needs(0) else { return }
    step.add(standardize.pullBack(g * step[1], normalized: normalized, inverseDeviation: step.saved(1)), to: 0)
  }

  private var standardize: Standardize { Standardize(keeping: .rows, epsilon: epsilon) }
}
