extension LBFGS: Optimizer {
  public func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> {
    OptimizerState(LBFGSMemory<S.Accumulator>.slots, for: parameters)
  }

  /// One iteration. With a line search it needs the gradient's evaluator and traps where there is none.
  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    state.arrangeSlots(for: LBFGSMemory<S.Accumulator>.slots)
    state.step += 1
    state.numbers["evaluations"] = 0
    let values = gradient.values
    if values.largest <= gradientTolerance { return }
    var memory = LBFGSMemory<S.Accumulator>(state)
    let (direction, firstStep) = direction(at: values, &memory)
    guard values.dot(direction).double <= -slopeTolerance else { return }
    let point = parameters.values.widened()
    var step = firstStep
    if lineSearch != .none {
      let evaluator = gradient.requiredEvaluator(by: "L-BFGS, unless lineSearch is .none,")
      var objective = CountedObjective(evaluator, layout: parameters.layout)
      let value = gradient.loss ?? objective.value(at: point)
      let iterate = Iterate(point: point, value: value, gradient: values)
      step = search(&objective, from: iterate, along: direction, step: firstStep)?.step ?? firstStep
      state.numbers["evaluations"] = Double(objective.counts.values)
    }
    parameters.values = point.adding(S.Accumulator(step), direction).narrowed(to: S.self)
    memory.last = (direction, S.Accumulator(step), values)
    memory.store(in: &state)
  }
}

extension LBFGS {
  /// The method in the registry.
  public static let entry = OptimizerEntry(
    "lbfgs", LBFGS(), summary: "Newton steps with an inverse Hessian made of the last steps, and a line search",
    paper: "Liu and Nocedal 1989 (doi:10.1007/BF01589116)", laws: .needsEvaluator,
    examples: [
      [:], ["historySize": "3", "lineSearch": "backtracking"],
      ["lineSearch": "zoom", "firstStep": "euclideanNorm", "minimumCurvature": "0"],
      ["lineSearch": "none", "learningRate": "0.1"],
    ],
    [
      .number("learningRate", \.learningRate, .nonNegative), .count("historySize", \.historySize),
      .choice("lineSearch", \.lineSearch), .choice("firstStep", \.firstStep),
      .number("gradientTolerance", \.gradientTolerance, .nonNegative),
      .number("slopeTolerance", \.slopeTolerance, .nonNegative),
      .number("minimumCurvature", \.minimumCurvature, .nonNegative),
    ])
}
