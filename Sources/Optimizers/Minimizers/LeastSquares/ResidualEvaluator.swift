/// A least-squares problem: residuals r(x) whose squares are to be small, with their derivatives.
public protocol ResidualEvaluator<S> {
  /// The scalar type of the parameters.
  associatedtype S: Scalar
  /// r(x), one for each observation.
  func residuals(at parameters: ParameterVector<S>) -> Tensor<S>
  /// J(x), the derivatives of residuals [observations] by parameters, of shape [observations, parameters].
  func jacobian(at parameters: ParameterVector<S>) -> Tensor<S>
}
