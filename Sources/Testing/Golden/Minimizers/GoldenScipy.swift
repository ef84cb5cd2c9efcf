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
      if let history = try options.optionalCount("maxcor", from: 1) { method.historySize = history }
      if hyper.value("lower") != nil {
        let lower = try hyper.numbers("lower", count: dimension)
        let upper = try hyper.numbers("upper", count: dimension)
        guard zip(lower, upper).allSatisfy({ $0 <= $1 }) else { throw GoldenUnsupported("'lower' is above 'upper'") }
        method.box = Box(lower: lower, upper: upper)
      }
      return method
    default: throw GoldenUnsupported("there is no method '\(name)'")
    }
  }

  private static func nearest(_ minima: [[Double]], to point: [Double]) -> [Double] {
    func distance(_ minimum: [Double]) -> Double { zip(minimum, point).map { abs($0 - $1) }.max() ?? 0 }
    return minima.min { distance($0) < distance($1) } ?? []
  }
}
