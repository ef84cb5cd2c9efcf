extension ProblemRegistry {
  /// All problems of the library.
  public static let standard = ProblemRegistry(quadratics + functions + moreGarbowHillstrom + learning)

  private static let quadratics = [("quadratic-10", 10), ("quadratic-1e3", 1e3), ("quadratic-1e5", 1e5)].map {
    name, conditionNumber in
    let problem = QuadraticProblem(name, conditionNumber: conditionNumber)
    return ProblemEntry(name, groups: ["quadratics"], summary: problem.facts.summary) { _ in problem }
  }

  private static let functions = [
    entry(Himmelblau(), "four minima and a hill between", ["functions"]),
    entry(Booth(), "a mild quadratic of two parameters", ["functions"]),
    entry(Rosenbrock(start: [-1.2, 1, -1.2, 1]), "Rosenbrock's curved valley in four dimensions", ["functions"]),
  ]

  private static let moreGarbowHillstrom = MoreGarbowHillstrom.all.enumerated().map { index, function in
    // Those that everybody knows by name are among the functions too.
    let groups = ["rosenbrock", "beale"].contains(function.name) ? ["functions", "mgh"] : ["mgh"]
    return entry(function, "problem \(index + 1) of Moré, Garbow and Hillstrom", groups)
  }

  private static func entry(_ function: some TestFunction, _ summary: String, _ groups: [String]) -> ProblemEntry {
    let problem = FunctionProblem(function, summary: summary)
    return ProblemEntry(problem.facts.name, groups: groups, summary: summary) { _ in problem }
  }
}
