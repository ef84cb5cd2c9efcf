/// What an optimizer may ask of the objective beyond the gradient it is handed.
public protocol Evaluator<S> {
  /// The scalar type of the parameters.
  associatedtype S: Scalar
  /// The objective's value at a point.
  func value(at parameters: ParameterVector<S>) -> Double
  /// The objective's value and gradient at a point.
  func valueAndGradient(at parameters: ParameterVector<S>) -> (value: Double, gradient: ParameterVector<S>)
  /// The Hessian at a point times a direction.
  func hessianVectorProduct(at parameters: ParameterVector<S>, along direction: ParameterVector<S>) -> ParameterVector<
    S
  >
  /// An estimate of the diagonal of the Hessian at a point; another number is another sample.
  func hessianDiagonal(at parameters: ParameterVector<S>, sample: Int) -> ParameterVector<S>
}

extension Evaluator {
  /// Hutchinson's estimate u ∘ H u, with u of random signs: its mean over samples is the diagonal.
  ///
  /// Hutchinson 1990 (doi:10.1080/03610919008812866); Bekas, Kokiopoulou, Saad 2007 (doi:10.1016/j.apnum.2007.01.003).
  public func hessianDiagonal(at parameters: ParameterVector<S>, sample: Int) -> ParameterVector<S> {
    let probe = ParameterVector<S>(
      .signs(count: parameters.layout.count, sample: sample), layout: parameters.layout)
    let product = hessianVectorProduct(at: parameters, along: probe)
    return ParameterVector(product.values * probe.values, layout: parameters.layout)
  }
}
