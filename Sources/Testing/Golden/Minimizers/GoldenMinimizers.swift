import GlissadeOptimizers

/// Runs cases of the family `lbfgs`: traces and runs of L-BFGS, line searches, SciPy's minimizers, least squares.
enum GoldenMinimizers {
  static func run(_ item: GoldenCase, in file: GoldenFile) throws -> GoldenOutcome {
    guard let problem = file.problem(of: item) else {
      throw GoldenUnsupported("its problem is not in the file")
    }
    if item.className == "scipy.optimize.least_squares" { return try runLeastSquares(item, problem) }
    return try run(item, try GoldenFunction.make(problem))
  }

  private static func run(_ item: GoldenCase, _ function: some TestFunction) throws -> GoldenOutcome {
    let hyper = item.hyper
    var comparison = GoldenComparison(item.tolerance)
    switch item.className {
    case "torch.optim.LBFGS" where item.value["sensitivity"] != nil:
      try trace(item, hyper, function, &comparison)
    case "torch.optim.LBFGS": try runToTheEnd(item, hyper, function, &comparison)
    case "optax.lbfgs": try optaxTrace(item, hyper, function, &comparison)
    case "torch.optim.lbfgs._strong_wolfe": try lineSearch(item, hyper, function, &comparison)
    case "scipy.optimize.line_search": try wolfeConditions(item, hyper, function, &comparison)
    case "scipy.optimize.minimize": try minimize(item, hyper, function, &comparison)
    default: throw GoldenUnsupported("there is no translation of \(item.className)")
    }
    try hyper.requireAllRead()
    return comparison.outcome
  }

  /// A point of a function's parameters.
  static func vector(_ values: [Double], of function: some TestFunction) -> ParameterVector<Double> {
    ParameterVector(Tensor([values.count], values), layout: function.layout)
  }
}

extension GoldenComparison {
  /// Compares values of an objective: rounding leaves errors in proportion to the terms that cancel, which are of the size
  /// of the first value, and a minimum is where they cancel.
  mutating func compareValues(_ results: [Double], _ expected: [Double], start: Double, _ place: String) {
    let before = tolerance
    tolerance.absolute = 1e-14 * max(start.magnitude, 1)
    compare(results, expected, place)
    tolerance = before
  }

  /// Compares points, entries near zero in proportion to the others or to 1.
  mutating func comparePoints(_ results: [Double], _ expected: [Double], absolute: Double = 1e-9, _ place: String) {
    let before = tolerance
    tolerance.absolute = absolute
    compare(results, expected, place)
    tolerance = before
  }
}
