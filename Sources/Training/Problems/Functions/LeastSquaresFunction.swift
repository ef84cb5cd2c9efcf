/// Residuals r(x), whose squares are to be small.
public protocol ResidualFunction: Sendable {
  /// r(x), one for each observation.
  func residuals<S: Scalar>(_ x: [S]) -> [S]
}

/// A test function that is the sum of the squares of residuals, Σ rᵢ(x)².
public protocol LeastSquaresFunction: TestFunction, ResidualFunction {}

extension LeastSquaresFunction {
  /// Σ rᵢ(x)²
  public func callAsFunction<S: Scalar>(_ x: [S]) -> S {
    residuals(x).reduce(0) { $0 + $1 * $1 }
  }
}

/// Residuals for least-squares methods, with their Jacobian by dual numbers.
public struct ResidualFunctionEvaluator<Function: ResidualFunction, S: Scalar>: ResidualEvaluator {
  /// The problem.
  public let function: Function

  /// The problem in the scalar type.
  public init(_ function: Function) { self.function = function }

  public func residuals(at parameters: ParameterVector<S>) -> Tensor<S> {
    let residuals = function.residuals(parameters.values.elements)
    return Tensor([residuals.count], residuals)
  }

  public func jacobian(at parameters: ParameterVector<S>) -> Tensor<S> {
    let point = parameters.values.elements
    let columns = point.indices.map { column in
      var dual = point.map { Dual(constant: $0) }
      dual[column].tangent = 1
      return function.residuals(dual).map(\.tangent)
    }
    return Tensor([point.count, columns[0].count], columns.flatMap { $0 }).transposed([1, 0])
  }
}
