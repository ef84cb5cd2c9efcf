/// An optimizer under way: a value, so that copying it is saving it.
struct LawRun<S: Scalar, Rule: Optimizer> {
  let rule: Rule
  let problem: LawProblem<S>
  private(set) var parameters: ParameterVector<S>
  var state: OptimizerState<S>
  private(set) var step = 0

  init(_ rule: Rule, _ problem: LawProblem<S>) {
    self.rule = rule
    self.problem = problem
    parameters = problem.start
    state = rule.initialState(for: parameters)
  }

  /// Another optimizer that goes on from where one is.
  init(_ rule: Rule, goingOnFrom run: LawRun<S, some Optimizer>) {
    self.rule = rule
    problem = run.problem
    parameters = run.parameters
    state = run.state
    step = run.step
  }

  /// So many steps.
  mutating func run(_ steps: Int) {
    for _ in 0..<steps {
      step += 1
      var gradient = problem.gradient(step, at: parameters)
      rule.update(&parameters, along: &gradient, state: &state)
    }
  }

  /// So many steps along gradients of one size.
  mutating func run(_ steps: Int, gradientsOfSize size: S) {
    for _ in 0..<steps {
      var gradient = problem.uniformGradient(size, at: parameters)
      rule.update(&parameters, along: &gradient, state: &state)
    }
  }

  /// Whether parameters and state are finite.
  var isFinite: Bool { parameters.isFinite && state.isFinite }

  /// The bits of the parameters.
  var bits: [UInt64] { parameters.values.elements.map(\.hashBits) }
}

extension OptimizerState {
  /// The bits of all tensors of state, with those of the states inside.
  var bits: [UInt64] {
    slots.flatMap { $0.elements.map(\.hashBits) } + numbers.sorted { $0.key < $1.key }.map(\.value.bitPattern)
      + [UInt64(step)] + inner.flatMap(\.bits)
  }
}
