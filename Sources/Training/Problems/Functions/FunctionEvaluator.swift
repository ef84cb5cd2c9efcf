/// A function of a vector with derivatives by dual numbers, exact but for rounding.
///
/// - Complexity: n evaluations of the function on dual numbers for a gradient or a product with the Hessian.
public struct FunctionEvaluator<Function: TestFunction, S: Scalar>: Evaluator {
  /// The function.
  public let function: Function

  /// The function in the scalar type.
  public init(_ function: Function) { self.function = function }

  public func value(at parameters: ParameterVector<S>) -> Double { function(parameters.values.elements).double }

  public func valueAndGradient(at parameters: ParameterVector<S>) -> (value: Double, gradient: ParameterVector<S>) {
    let gradient = gradient(at: parameters.values.elements)
    return (value(at: parameters), ParameterVector(Tensor([gradient.count], gradient), layout: parameters.layout))
  }

  /// The gradient's derivative along the direction: the gradient of dual numbers, which are nested then.
  public func hessianVectorProduct(
    at parameters: ParameterVector<S>, along direction: ParameterVector<S>
  ) -> ParameterVector<S> {
    let product = gradient(at: parameters.withTangent(direction).values.elements).map(\.tangent)
    return ParameterVector(Tensor([product.count], product), layout: parameters.layout)
  }

  private func gradient<Number: Scalar>(at point: [Number]) -> [Number] {
    point.indices.map { index in
      var dual = point.map { Dual(constant: $0) }
      dual[index].tangent = 1
      return function(dual).tangent
    }
  }
}
