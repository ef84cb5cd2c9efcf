extension LawChecker {
  /// Micro-batches against the large batch whose gradient is their mean.
  func accumulation(_ rule: some Optimizer, _ laws: OptimizerLaws) -> String? {
    let plain = accumulated(rule, parts: [(1, 0)])
    if accumulated(rule.accumulating(4), parts: [(2, 0), (0, 0), (0, 0), (2, 0)]) != plain {
      return "gradients whose mean is exact are not that gradient"
    }
    // The evaluator of a micro-batch knows nothing of the others. Eigenvectors of equal eigenvalues are any, so that
    // rounding may turn them, and rules of matrices with them.
    guard S.self == Double.self, !laws.contains(.needsEvaluator), !(rule is any TensorwiseOptimizer) else { return nil }
    let halves = accumulated(rule.accumulating(2), parts: [(1, -1), (1, 1)])
    for (x, y) in zip(halves, plain) where !((x - y).magnitude <= 1e-8 * max(1, y.magnitude)) {
      return "two halves of a batch lead to \(x), the batch to \(y)"
    }
    return nil
  }

  /// The end of some steps, each of micro-batches: so many times the step's gradient and so many times another vector.
  private func accumulated(_ rule: some Optimizer, parts: [(own: Double, other: Double)]) -> [Double] {
    let problem = LawProblem<S>(shapes)
    let other = ParameterVector<S>.normal(problem.start.layout, seed: 1)
    var parameters = problem.start
    var state = rule.initialState(for: parameters)
    for step in 1...4 {
      let whole = problem.gradient(step, at: parameters)
      for part in parts {
        var gradient = whole
        if part.own != 1 { gradient.vector.scale(by: S.Accumulator(part.own)) }
        if part.other != 0 { gradient.vector.add(S.Accumulator(part.other), other) }
        rule.update(&parameters, along: &gradient, state: &state)
      }
    }
    return parameters.values.doubles
  }
}
