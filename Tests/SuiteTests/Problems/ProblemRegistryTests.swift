import GlissadeSuite
import Testing

@Suite struct ProblemRegistryTests {
  /// The entries that need nothing but the package.
  static let embedded = ProblemRegistry.standard.entries.filter { !$0.groups.contains("data") }.map(\.name)

  /// Every problem begins where its seed says, takes steps that change it, and measures itself; the same seed gives the same bits.
  @Test(arguments: embedded) func runs(_ name: String) throws {
    let problem = try #require(try ProblemRegistry.standard.problems([name]).first)
    #expect(problem.facts.name == name)
    func run(seed: UInt64) throws -> (start: Double, hash: String) {
      try take(3, problem.begin(with: Adam(learningRate: 1e-3), seed: seed), dimension: problem.facts.dimension)
    }
    let first = try run(seed: 1)
    #expect(first == (try run(seed: 1)))
    #expect(first.hash != (try run(seed: 2)).hash)
  }

  private func take(
    _ steps: Int, _ begun: some TestProblemRun, dimension: Int
  ) throws -> (start: Double, hash: String) {
    var run = begun
    let (start, hash) = (run.measure().value, run.parametersHash)
    #expect(start.isFinite)
    #expect(run.point.count == dimension)
    for _ in 0..<steps { #expect(try run.step().isFinite) }
    #expect(run.measure().value.isFinite)
    #expect(run.parametersHash != hash)
    return (start, run.parametersHash)
  }

  /// Groups stand for their problems, each of which comes once.
  @Test func groups() throws {
    let registry = ProblemRegistry.standard
    #expect(try registry.problems(["mgh"]).count == 35)
    #expect(try registry.problems(["rosenbrock", "functions", "rosenbrock"]).count == 5)
    #expect(Set(registry.entries.map(\.name)).count == registry.entries.count)
    #expect(Set(registry.entries.map(\.name)).isDisjoint(with: registry.groups))
  }

  /// A step of a problem whose gradient is not finite cannot be taken, and says so.
  @Test func stepsThatCannotBeTaken() throws {
    let problem = FunctionProblem(Booth(), summary: "")
    try expectNoStep(problem.begin(with: GradientDescent(learningRate: 1e300), seed: 0))
    let digits = try #require(try ProblemRegistry.standard.problems(["digits-mlp"]).first)
    try expectNoStep(digits.begin(with: GradientDescent(learningRate: 1e30), seed: 0))
  }

  private func expectNoStep(_ begun: some TestProblemRun) throws {
    var run = begun
    var losses: [Double] = []
    for _ in 0..<5 { losses.append(try run.step()) }
    #expect(losses.contains { !$0.isFinite })
  }

  /// What is missing is said in a sentence that names the data.
  @Test func missingData() {
    #expect(throws: MissingData.self) {
      try ProblemRegistry.standard.problems(["mnist-mlp"], in: DataFolders(["/nowhere"]))
    }
  }
}
