/// Residuals linearized at a point: ½ ‖r + J p‖².
struct GaussNewtonModel<Wide: Scalar> where Wide.Accumulator == Wide {
  /// Where, with the value ½ ‖r‖² and the gradient Jᵀ r.
  let iterate: Iterate<Wide>
  /// JᵀJ
  let normalMatrix: Tensor<Wide>

  init<Problem: ResidualEvaluator>(_ problem: Problem, at point: Tensor<Wide>, layout: ParameterLayout)
  where Problem.S.Accumulator == Wide {
    let parameters = ParameterVector(point.narrowed(to: Problem.S.self), layout: layout)
    let (residuals, jacobian) = (
      problem.residuals(at: parameters).widened(), problem.jacobian(at: parameters).widened()
    )
    require(
      jacobian.shape == [residuals.count, point.count],
      "a Jacobian of \(residuals.count) residuals by \(point.count) parameters has another shape than \(jacobian.shape)"
    )
    iterate = Iterate(
      point: point, value: residuals.dot(residuals).double / 2,
      gradient: jacobian.applied(to: residuals, transposed: true))
    normalMatrix = jacobian.matrixProduct(jacobian, transposed: true)
  }

  /// Jᵀ r
  var gradient: Tensor<Wide> { iterate.gradient }

  /// The diagonal of JᵀJ.
  var diagonal: Tensor<Wide> {
    let size = gradient.count
    return Tensor([size], (0..<size).map { normalMatrix[$0, $0] })
  }

  /// The damped step, nil where its matrix is singular.
  func step(damping: Double, scales: Tensor<Wide>) -> Tensor<Wide>? {
    var matrix = normalMatrix
    for index in 0..<gradient.count {
      // A parameter that no residual has yet depended on has no scale; 1 keeps the matrix regular.
      matrix[index, index] += Wide(damping) * (scales[index] > 0 ? scales[index] : 1)
    }
    return Cholesky(matrix)?.solve(-gradient)
  }

  /// How much lower the model is after a step.
  func predictedDecrease(_ step: Tensor<Wide>) -> Double {
    -(gradient.dot(step) + step.dot(normalMatrix.applied(to: step)) / 2).double
  }

  /// ½ ‖r‖², infinite where it is NaN.
  static func value<Problem: ResidualEvaluator>(_ problem: Problem, at point: Tensor<Wide>, layout: ParameterLayout)
    -> Double
  where Problem.S.Accumulator == Wide {
    let residuals = problem.residuals(at: ParameterVector(point.narrowed(to: Problem.S.self), layout: layout)).widened()
    let value = residuals.dot(residuals).double / 2
    return value.isNaN ? .infinity : value
  }
}
