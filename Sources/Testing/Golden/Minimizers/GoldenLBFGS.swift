import GlissadeOptimizers

extension GoldenMinimizers {
  /// One iteration a step, as an optimizer: points, values, step lengths and evaluations.
  ///
  /// A point may be off by the case's relative tolerance and a thousand times what it moves when the start moves by 1e-14,
  /// since rounding at every step is of that size.
  static func trace(
    _ item: GoldenCase, _ hyper: GoldenHyper, _ function: some TestFunction, _ comparison: inout GoldenComparison
  ) throws {
    let optimizer = try torch(hyper)
    try hyper.require("max_iter", .number(1))
    _ = hyper.value("max_eval")
    let sensitivity = item.value["sensitivity"]?.flatNumbers ?? []
    let points = try item.expectedSteps("x").map(\.flatNumbers)
    let values = try item.expected("f").flatNumbers
    let lengths = try item.expected("t").flatNumbers
    let evaluations = try item.expected("line_search_evals").flatNumbers
    guard [sensitivity.count, values.count, lengths.count, evaluations.count].allSatisfy({ $0 == points.count }) else {
      throw GoldenUnsupported("its lists have different lengths")
    }
    var run = OptimizerRun(optimizer, of: function)
    let first = function(function.start)
    for (index, point) in points.enumerated() {
      let place = "after step \(index + 1)"
      run.step()
      let reached = run.parameters.values.elements
      comparison.comparePoints(reached, point, absolute: 1e3 * sensitivity[index] + 1e-14, "the point \(place)")
      comparison.compareValues([function(reached)], [values[index]], start: first, "the value \(place)")
      comparison.compare([run.state.slots[2].item], [lengths[index]], "the step length \(place)")
      comparison.compare([run.state.numbers["evaluations"] ?? 0], [evaluations[index]], "the evaluations \(place)")
    }
  }

  /// Points and values after each step of optax's L-BFGS.
  static func optaxTrace(
    _ item: GoldenCase, _ hyper: GoldenHyper, _ function: some TestFunction, _ comparison: inout GoldenComparison
  ) throws {
    try hyper.require("linesearch", .text("zoom, max 20 steps, initial guess one"))
    let optimizer = LBFGS(
      historySize: try hyper.count("memory_size", from: 1), lineSearch: .zoom, firstStep: .euclideanNorm,
      gradientTolerance: 0,
      slopeTolerance: 0, minimumCurvature: 0)
    let points = try item.expectedSteps("x").map(\.flatNumbers)
    let values = try item.expected("f").flatNumbers
    var run = OptimizerRun(optimizer, of: function)
    var reached: [Double] = []
    for (index, point) in points.enumerated() {
      run.step()
      let x = run.parameters.values.elements
      comparison.comparePoints(x, point, "the point after step \(index + 1)")
      reached.append(function(x))
    }
    comparison.compareValues(reached, values, start: function(function.start), "the values")
  }

  /// One call to convergence: the points of evaluation in order, then where it ends and the counts.
  ///
  /// A run that the largest number of iterations cuts off ends where rounding has led it: its last point may be off by ten times
  /// what it moves when the start moves by 1e-14, and the number of evaluations by a tenth.
  static func runToTheEnd(
    _ item: GoldenCase, _ hyper: GoldenHyper, _ function: some TestFunction, _ comparison: inout GoldenComparison
  ) throws {
    let optimizer = try torch(hyper)
    let change = try hyper.number("tolerance_change")
    let stopping = Stopping(
      gradient: try hyper.number("tolerance_grad"), valueChange: change, stepChange: change,
      iterations: try hyper.count("max_iter", from: 1), evaluations: try hyper.count("max_eval", from: 1))
    let recorder = GoldenRecorder(function)
    let found = optimizer.minimize(recorder, from: vector(function.start, of: function), until: stopping)
    let evaluated = try item.expected("evaluated")
    let points = evaluated["x"]?.array ?? []
    let values = evaluated["f"]?.flatNumbers ?? []
    for (index, point) in points.enumerated() {
      guard index < recorder.points.count else {
        comparison.expect(false, "\(recorder.points.count) evaluations are fewer than \(points.count)")
        return
      }
      comparison.comparePoints(recorder.points[index], point.flatNumbers, "evaluation \(index + 1)")
    }
    comparison.compareValues(
      Array(recorder.values.prefix(values.count)), values, start: function(function.start), "the values")
    comparison.compare([Double(found.iterations)], try item.expected("n_iter"), "iterations")
    let point = try item.expected("x").flatNumbers
    // Where no search looks at the last point, PyTorch does not evaluate it.
    let evaluations = Double(found.counts.values - (optimizer.lineSearch == .none ? 1 : 0))
    guard stopping.iterations > found.iterations || optimizer.lineSearch == .none else {
      let moved = spread(of: found, optimizer, function, stopping)
      comparison.comparePoints(found.point.values.elements, point, absolute: 10 * moved, "the last point")
      comparison.tolerance.relative = 0.1
      comparison.compare([evaluations], try item.expected("func_evals"), "evaluations")
      return
    }
    comparison.compare([evaluations], try item.expected("func_evals"), "evaluations")
    comparison.comparePoints(found.point.values.elements, point, "the last point")
    comparison.compareValues(
      [found.value], try item.expected("f").flatNumbers, start: function(function.start), "the last value")
  }

  /// How far the end of a run that was cut off moves when the start moves by 1e-14 relative: by which rounding, too, moves it.
  private static func spread(
    of found: Minimization<Double>, _ optimizer: LBFGS, _ function: some TestFunction, _ stopping: Stopping
  ) -> Double {
    let moves = [1 - 1e-14, 1 + 1e-14].map { factor in
      let start = vector(function.start.map { $0 * factor }, of: function)
      let other = optimizer.minimize(function.evaluator(in: Double.self), from: start, until: stopping)
      return zip(found.point.values.elements, other.point.values.elements).map { abs($0 - $1) }.max() ?? 0
    }
    return moves.max() ?? 0
  }

  /// PyTorch's L-BFGS.
  static func torch(_ hyper: GoldenHyper) throws -> LBFGS {
    let search: LBFGS.Search
    switch hyper.value("line_search_fn") {
    case .text("strong_wolfe"): search = .strongWolfe
    case .null, nil: search = .none
    case let other: throw GoldenUnsupported("'line_search_fn' is \(String(describing: other))")
    }
    return LBFGS(
      learningRate: try hyper.number("lr"), historySize: try hyper.count("history_size", from: 1), lineSearch: search,
      gradientTolerance: try hyper.number("tolerance_grad"), slopeTolerance: try hyper.number("tolerance_change"))
  }
}

/// An optimizer going down a function, one update at a time.
private struct OptimizerRun<Rule: Optimizer, Function: TestFunction> {
  let optimizer: Rule
  let evaluator: FunctionEvaluator<Function, Double>
  var parameters: ParameterVector<Double>
  var state: OptimizerState<Double>

  init(_ optimizer: Rule, of function: Function) {
    self.optimizer = optimizer
    evaluator = function.evaluator()
    parameters = GoldenMinimizers.vector(function.start, of: function)
    state = optimizer.initialState(for: parameters)
  }

  mutating func step() {
    let (value, gradient) = evaluator.valueAndGradient(at: parameters)
    var handed = Gradient(gradient, loss: value, evaluator: evaluator)
    optimizer.update(&parameters, along: &handed, state: &state)
  }
}
