import GlissadeOptimizers

extension GoldenMinimizers {
  /// PyTorch's search: the step lengths tried in order, and the one taken.
  static func lineSearch(
    _ item: GoldenCase, _ hyper: GoldenHyper, _ function: some TestFunction, _ comparison: inout GoldenComparison
  ) throws {
    let search = StrongWolfe(
      conditions: try conditions(hyper), smallestMove: try hyper.number("tolerance_change"),
      evaluations: try hyper.count("max_ls", from: 1))
    var ray = try ray(hyper, function)
    let found = search.search(&ray, from: try hyper.number("t")).point
    comparison.compare(ray.tried, try item.expected("tried"), "the step lengths tried")
    comparison.compare([Double(ray.tried.count)], try item.expected("evals"), "evaluations")
    comparison.compare([found.step], try item.expected("t"), "the step length")
    comparison.compareValues([found.value], try item.expected("f").flatNumbers, start: ray.start.value, "the value")
  }

  /// SciPy's search, of which only the conditions are compared: both searches meet them wherever SciPy did.
  static func wolfeConditions(
    _ item: GoldenCase, _ hyper: GoldenHyper, _ function: some TestFunction, _ comparison: inout GoldenComparison
  ) throws {
    let conditions = try conditions(hyper)
    let isFound = try item.expected("alpha").number != nil
    for search: any LineSearch in [StrongWolfe(conditions: conditions), Zoom(conditions: conditions)] {
      var ray = try ray(hyper, function)
      let outcome = search.search(&ray, from: 1)
      let holds = conditions.hold(at: outcome.point, from: ray.start)
      comparison.expect(
        holds ? outcome.succeeded : !isFound,
        "\(type(of: search)) ends at \(outcome.point.step), where a condition fails")
    }
  }

  private static func conditions(_ hyper: GoldenHyper) throws -> WolfeConditions {
    let (decrease, curvature) = (try hyper.number("c1", .positive), try hyper.number("c2", .decay))
    guard decrease < curvature else { throw GoldenUnsupported("'c1' is not less than 'c2'") }
    return WolfeConditions(decrease: decrease, curvature: curvature)
  }

  private static func ray(_ hyper: GoldenHyper, _ function: some TestFunction) throws -> Ray<Double> {
    let evaluator = function.evaluator(in: Double.self)
    let start = vector(function.start, of: function)
    let direction = try hyper.numbers("direction", count: function.dimension)
    let (value, gradient) = evaluator.valueAndGradient(at: start)
    return Ray(
      of: evaluator, layout: function.layout, from: start.values, along: Tensor([direction.count], direction),
      value: value, gradient: gradient.values)
  }
}
