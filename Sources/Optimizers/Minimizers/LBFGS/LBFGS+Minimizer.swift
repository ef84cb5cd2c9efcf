extension LBFGS: Minimizer {
  /// Iterates to convergence. The tolerances are those of `stopping`; `gradientTolerance` is for steps of an optimizer.
  public func minimize<Problem: Evaluator>(
    _ problem: Problem, from start: ParameterVector<Problem.S>, until stopping: Stopping
  ) -> Minimization<Problem.S> {
    var objective = CountedObjective<Problem.S>(problem, layout: start.layout)
    var memory = LBFGSMemory<Problem.S.Accumulator>()
    let first = objective.iterate(at: start.values.widened())
    return descend(from: first, layout: start.layout, until: stopping, counting: { objective.counts }) { iterate in
      let (direction, firstStep) = direction(at: iterate.gradient, &memory)
      guard iterate.gradient.dot(direction).double <= -slopeTolerance else { return .stuck }
      let found = search(&objective, from: iterate, along: direction, step: firstStep)
      let step = Problem.S.Accumulator(found?.step ?? firstStep)
      memory.last = (direction, step, iterate.gradient)
      let point = iterate.point.adding(step, direction)
      guard let found else { return .moved(objective.iterate(at: point)) }
      return .moved(Iterate(point: point, value: found.value, gradient: found.gradient))
    }
  }
}
