import GlissadeOptimizers

extension GoldenMinimizers {
  /// SciPy's minimizers, whose paths are their own.
  ///
  /// The largest entry of the gradient has to be as small as was asked for, or as SciPy's; the distance to the nearest of the
  /// minima at most 1e-6, or ten times SciPy's; iterations, values and gradients at most twice SciPy's and ten.
  static func minimize(
    _ item: GoldenCase, _ hyper: GoldenHyper, _ function: some TestFunction, _ comparison: inout GoldenComparison
  ) throws {
    let name = try hyper.text("method")
    let options = try hyper.object("options")
    let start = try hyper.value("x0") == nil ? function.start : hyper.numbers("x0", count: function.dimension)
    let gradient = try options.optionalNumber("gtol") ?? 1e-8
    let stopping = Stopping(
      gradient: gradient, valueChange: try options.optionalNumber("ftol") ?? 0,
      stepChange: try options.optionalNumber("xtol") ?? 0)
    let method = try minimizer(name, hyper, options, dimension: function.dimension)
    let found = method.minimize(
      function.evaluator(in: Double.self), from: vector(start, of: function), until: stopping)
    let point = found.point.values.elements
    if let distance = item.value["expected"]?["distance_to_minimum"]?.number {
      let allowed = max(gradient, try item.expected("gmax").number ?? 0)
      comparison.expect(
        found.largestGradient <= allowed,
        "the gradient is still \(found.largestGradient) (\(found.reason), after \(found.iterations) iterations)")
      comparison.tolerance = GoldenTolerance(relative: 0, absolute: max(10 * distance, 1e-6))
      comparison.compare(point, nearest(function.minima, to: point), "the point")
    } else {
      comparison.comparePoints(point, try item.expected("x").flatNumbers, "the point")
      comparison.compare([found.value], try item.expected("f"), "the value")
    }
    let counts = [
      ("nit", found.iterations), ("nfev", found.counts.values), ("njev", found.counts.gradients),
    ]
    for (key, count) in counts {
      guard let budget = item.value["expected"]?[key]?.number else { continue }
      comparison.expect(Double(count) <= 2 * budget + 10, "\(key) is \(count), SciPy's \(budget) (\(found.reason))")
    }
  }

  private static func minimizer(
    _ name: String, _ hyper: GoldenHyper, _ options: GoldenHyper, dimension: Int
  ) throws -> any Minimizer {
    switch name {
    case "BFGS": return BFGS()
    case "CG": return ConjugateGradient()
    case "Newton-CG": return NewtonCG()
    case "trust-ncg": return TrustRegionNewton(.steihaug)
    case "trust-exact": return TrustRegionNewton(.exact)
    case "trust-krylov": return TrustRegionNewton(.krylov)
    case "L-BFGS-B":
      var method = LBFGSB()
      if let history = try options.optionalNumber("maxcor") { method.historySize = Int(history) }
      if hyper.value("lower") != nil {
        method.box = Box(
          lower: try hyper.numbers("lower", count: dimension), upper: try hyper.numbers("upper", count: dimension))
      }
      return method
    default: throw GoldenUnsupported("there is no method '\(name)'")
    }
  }

  private static func nearest(_ minima: [[Double]], to point: [Double]) -> [Double] {
    func distance(_ minimum: [Double]) -> Double { zip(minimum, point).map { abs($0 - $1) }.max() ?? 0 }
    return minima.min { distance($0) < distance($1) } ?? []
  }

  /// Nonlinear least squares: the minimum, the Jacobian there, and the Gauss–Newton step at the start.
  static func runLeastSquares(_ item: GoldenCase, _ problem: JSONValue) throws -> GoldenOutcome {
    let hyper = item.hyper
    guard let times = problem["t"]?.flatNumbers, let observations = problem["y"]?.flatNumbers,
      problem["function"]?.text == "exp_fit", times.count == observations.count, let x0 = problem["x0"]?.numbers
    else { throw GoldenUnsupported("the problem is no exponential fit") }
    // Without bounds both of SciPy's methods are what Levenberg and Marquardt's is.
    guard ["lm", "trf"].contains(try hyper.text("method")) else { throw GoldenUnsupported("there is no such method") }
    let evaluator = ExponentialFitEvaluator<Double>(ExponentialFit(times: times, observations: observations))
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
