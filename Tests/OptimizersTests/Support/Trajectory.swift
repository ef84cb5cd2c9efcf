import GlissadeOptimizers

/// Parameters on their way, with the optimizer's state: a value, so that copying it is saving it.
struct Trajectory<S: Scalar, Rule: Optimizer> {
  let rule: Rule
  var parameters: ParameterVector<S>
  var state: OptimizerState<S>

  init(_ rule: Rule, from parameters: ParameterVector<S>) {
    self.rule = rule
    self.parameters = parameters
    state = rule.initialState(for: parameters)
  }

  /// One step along each of the gradients.
  mutating func run(_ gradients: some Sequence<ParameterVector<S>>) {
    for gradient in gradients { rule.update(&parameters, along: gradient, state: &state) }
  }

  /// One step along the gradient at each point that is reached.
  mutating func run(steps: Int, gradient: (ParameterVector<S>) -> ParameterVector<S>) {
    for _ in 0..<steps { rule.update(&parameters, along: gradient(parameters), state: &state) }
  }
}

/// A problem of random parameters and gradients, the same at every call: as many steps as asked, in three segments.
func makeProblem<S: Scalar>(steps: Int, deviation: Double = 1, of type: S.Type = S.self)
  -> (parameters: ParameterVector<S>, gradients: [ParameterVector<S>])
{
  let layout = makeLayout([[4, 5], [7], [2, 3, 2]])
  func vector(_ index: Int, _ deviation: Double) -> ParameterVector<S> {
    ParameterVector(
      Tensor([layout.count], makeNumbers(layout.count, deviation: deviation, index: index)), layout: layout)
  }
  return (vector(0, 1), (0..<steps).map { vector($0 + 1, deviation) })
}
