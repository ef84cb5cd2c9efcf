extension Gradient {
  /// Σ gᵢ xᵢ over all parameters, in an order that no thread count changes.
  public func dot(_ other: Tensor<S.Accumulator>) -> S.Accumulator { vector.values.widened().dot(other) * scale }

  /// Σ gᵢ² over all parameters, in an order that no thread count changes.
  public var sumOfSquares: S.Accumulator { vector.values.reduced(.sumOfSquares) * scale * scale }

  /// Σ (gᵢ + λ wᵢ)²: that of the gradient with coupled weight decay.
  func sumOfSquares(decay lambda: Double, at parameters: ParameterVector<S>) -> S.Accumulator {
    if lambda == 0 { return sumOfSquares }
    var sum = values
    sum.combine(S.Accumulator(lambda), parameters.values.widened(), 1)
    return sum.reduced(.sumOfSquares)
  }
}
