/// An objective seen through a linear map of its parameters: of fewer of them, say, or of another scalar type.
struct MappedEvaluator<Base: Evaluator, S: Scalar>: Evaluator {
  let base: Base
  /// The objective's point for a point here.
  let point: (ParameterVector<S>) -> ParameterVector<Base.S>
  /// The objective's direction for a direction here.
  let direction: (ParameterVector<S>) -> ParameterVector<Base.S>
  /// What is handed on of a vector of the objective's.
  let result: (ParameterVector<Base.S>) -> ParameterVector<S>

  func value(at parameters: ParameterVector<S>) -> Double { base.value(at: point(parameters)) }

  func valueAndGradient(at parameters: ParameterVector<S>) -> (value: Double, gradient: ParameterVector<S>) {
    let (value, gradient) = base.valueAndGradient(at: point(parameters))
    return (value, result(gradient))
  }

  func hessianVectorProduct(
    at parameters: ParameterVector<S>, along direction: ParameterVector<S>
  ) -> ParameterVector<S> {
    result(base.hessianVectorProduct(at: point(parameters), along: self.direction(direction)))
  }

  func hessianDiagonal(at parameters: ParameterVector<S>, sample: Int) -> ParameterVector<S> {
    result(base.hessianDiagonal(at: point(parameters), sample: sample))
  }
}
