/// An objective asked in the accumulator's type, with counts of what was asked.
struct CountedObjective<S: Scalar> {
  /// Where each parameter lies.
  let layout: ParameterLayout
  /// What was asked so far.
  private(set) var counts = EvaluationCounts()
  private let evaluator: any Evaluator<S>

  init(_ evaluator: any Evaluator<S>, layout: ParameterLayout) {
    self.evaluator = evaluator
    self.layout = layout
  }

  /// The value and the gradient; a value that is NaN counts as infinite, so that searches turn away from it.
  mutating func valueAndGradient(
    at point: Tensor<S.Accumulator>
  ) -> (value: Double, gradient: Tensor<S.Accumulator>) {
    counts.values += 1
    counts.gradients += 1
    let (value, gradient) = evaluator.valueAndGradient(at: narrowed(point))
    return (value.isNaN ? .infinity : value, gradient.values.widened())
  }

  /// The value alone, infinite where it is NaN.
  mutating func value(at point: Tensor<S.Accumulator>) -> Double {
    counts.values += 1
    let value = evaluator.value(at: narrowed(point))
    return value.isNaN ? .infinity : value
  }

  /// The gradient alone, where the value is known.
  mutating func gradient(at point: Tensor<S.Accumulator>) -> Tensor<S.Accumulator> {
    counts.gradients += 1
    return evaluator.valueAndGradient(at: narrowed(point)).gradient.values.widened()
  }

  /// The Hessian times a direction.
  mutating func hessianVectorProduct(
    at point: Tensor<S.Accumulator>, along direction: Tensor<S.Accumulator>
  ) -> Tensor<S.Accumulator> {
    counts.hessianVectorProducts += 1
    return evaluator.hessianVectorProduct(at: narrowed(point), along: narrowed(direction)).values.widened()
  }

  /// Point, value and gradient together.
  mutating func iterate(at point: Tensor<S.Accumulator>) -> Iterate<S.Accumulator> {
    let (value, gradient) = valueAndGradient(at: point)
    return Iterate(point: point, value: value, gradient: gradient)
  }

  /// A line search along a direction that begins at a step length.
  mutating func search(
    _ search: some LineSearch, from iterate: Iterate<S.Accumulator>, along direction: Tensor<S.Accumulator>,
    firstStep: Double
  ) -> LineSearchOutcome<S.Accumulator> {
    var ray = Ray(
      of: evaluator, layout: layout, from: iterate.point, along: direction, value: iterate.value,
      gradient: iterate.gradient)
    let outcome = search.search(&ray, from: firstStep)
    counts.values += ray.tried.count
    counts.gradients += ray.tried.count
    return outcome
  }

  private func narrowed(_ vector: Tensor<S.Accumulator>) -> ParameterVector<S> {
    ParameterVector(vector.narrowed(to: S.self), layout: layout)
  }
}
