/// The objective on a step's examples in one scalar type, for optimizers that ask for more than a gradient.
///
/// Every trainer has one, which its copies share, and tells it of each step's examples: to make one for each step takes a
/// thirtieth of a small step.
final class ObjectiveEvaluator<Base: Objective, S: Scalar>: Evaluator {
  private let base: Base
  @exclusivity(unchecked) private var batch: Batch<Base.Examples>?
  @exclusivity(unchecked) private var pass = Pass.evaluation

  init(_ base: Base) { self.base = base }

  /// Evaluates on these examples from now on.
  func begin(_ batch: Batch<Base.Examples>, _ pass: Pass) {
    self.batch = batch
    self.pass = pass
  }

  private var objective: ObjectiveOnBatch<Base> {
    guard let batch else { fatalError("an objective was evaluated before its first step") }
    return ObjectiveOnBatch(base: base, batch: batch, pass: pass)
  }

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
