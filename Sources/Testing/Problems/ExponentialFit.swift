/// Observations fitted by q₀ e^(q₁ t) + q₂: half the sum of the squares of the residuals.
public struct ExponentialFit: Sendable {
  /// t
  public let times: [Double]
  /// y
  public let observations: [Double]

  /// The problem; traps where the numbers differ.
  public init(times: [Double], observations: [Double]) {
    require(times.count == observations.count, "\(times.count) times for \(observations.count) observations")
    self.times = times
    self.observations = observations
  }

  /// q₀ e^(q₁ t) + q₂ − y
  public func residuals<S: Scalar>(_ q: [S]) -> [S] {
    zip(times, observations).map { t, y in q[0] * S.exp(q[1] * S(t)) + q[2] - S(y) }
  }
}

/// The fit for least-squares methods, with its Jacobian by dual numbers.
public struct ExponentialFitEvaluator<S: Scalar>: ResidualEvaluator {
  /// The problem.
  public let problem: ExponentialFit

  /// The problem in the scalar type.
  public init(_ problem: ExponentialFit) { self.problem = problem }

  public func residuals(at parameters: ParameterVector<S>) -> Tensor<S> {
    Tensor([problem.times.count], problem.residuals(parameters.values.elements))
  }

  public func jacobian(at parameters: ParameterVector<S>) -> Tensor<S> {
    let point = parameters.values.elements
    var elements = [S](repeating: 0, count: problem.times.count * point.count)
    for column in point.indices {
      var dual = point.map { Dual(constant: $0) }
      dual[column].tangent = 1
      for (row, residual) in problem.residuals(dual).enumerated() {
        elements[row * point.count + column] = residual.tangent
      }
    }
    return Tensor([problem.times.count, point.count], elements)
  }
}
