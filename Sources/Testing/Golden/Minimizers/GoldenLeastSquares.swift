import GlissadeOptimizers

extension GoldenMinimizers {
  /// Nonlinear least squares: the minimum, the Jacobian there, and the Gauss–Newton step at the start.
  static func runLeastSquares(_ item: GoldenCase, _ problem: JSONValue) throws -> GoldenOutcome {
    let hyper = item.hyper
    guard let times = problem["t"]?.flatNumbers, let observations = problem["y"]?.flatNumbers,
      problem["function"]?.text == "exp_fit", times.count == observations.count, let x0 = problem["x0"]?.numbers,
      x0.count == 3
    else { throw GoldenUnsupported("the problem is no exponential fit") }
    // Without bounds both of SciPy's methods are what Levenberg and Marquardt's is.
    guard ["lm", "trf"].contains(try hyper.text("method")) else { throw GoldenUnsupported("there is no such method") }
    let evaluator = ResidualFunctionEvaluator<ExponentialFit, Double>(
      ExponentialFit(times: times, observations: observations))
    let start = ParameterVector<Double>(Tensor([x0.count], x0), layout: .vector(startingAt: x0))
    let gradient = try hyper.number("gtol")
    // SciPy's tolerance of the cost is relative to the cost, however small.
    let cost = try item.expected("cost").number ?? 1
    let stopping = Stopping(
      gradient: gradient, valueChange: try hyper.number("ftol") * min(cost, 1), stepChange: try hyper.number("xtol"))
    try hyper.requireAllRead()
    let found = LevenbergMarquardt().minimize(evaluator, from: start, until: stopping)
    var comparison = GoldenComparison(item.tolerance)
    comparison.compare(found.point.values.elements, try item.expected("x"), "the point")
    comparison.compare([found.value], try item.expected("cost"), "the cost")
    comparison.compare(evaluator.jacobian(at: found.point).elements, try item.expected("jacobian"), "the Jacobian")
    let step = LevenbergMarquardt.gaussNewtonStep(of: evaluator, at: start)?.values.elements ?? []
    comparison.compare(step, try item.expected("gauss_newton_step_at_x0"), "the Gauss–Newton step")
    let allowed = max(gradient, try item.expected("gmax").number ?? 0)
    comparison.expect(
      found.largestGradient <= allowed, "the gradient is still \(found.largestGradient) (\(found.reason))")
    let budget = try item.expected("nfev").number ?? 0
    comparison.expect(
      Double(found.counts.values) <= 2 * budget + 10, "nfev is \(found.counts.values), SciPy's \(budget)")
    return comparison.outcome
  }
}
