/// The objective on a step's examples in one scalar type, for optimizers that ask for more than a gradient.
struct ObjectiveEvaluator<Base: Objective, S: Scalar>: Evaluator {
  let base: SharedObjective<Base>
  let batch: Batch<Base.Examples>
  let pass: Pass

  private var objective: ObjectiveOnBatch<Base> { ObjectiveOnBatch(base: base.value, batch: batch, pass: pass) }

  func value(at parameters: ParameterVector<S>) -> Double { objective.value(at: parameters).double }

  func valueAndGradient(at parameters: ParameterVector<S>) -> (value: Double, gradient: ParameterVector<S>) {
    let (value, gradient) = objective.valueAndGradient(at: parameters)
    return (value.double, gradient)
  }

  func hessianVectorProduct(
    at parameters: ParameterVector<S>, along direction: ParameterVector<S>
  ) -> ParameterVector<S> {
    objective.hessianVectorProduct(at: parameters, along: direction)
  }
}
