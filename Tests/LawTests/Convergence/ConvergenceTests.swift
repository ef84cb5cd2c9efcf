import GlissadeTesting
import Testing

/// Every registered optimizer reaches a stated target on every problem.
@Suite struct ConvergenceTests {
  @Test(arguments: Goal.table)
  func reachesItsTarget(_ goal: Goal) throws {
    let value = try goal.value(reachedBy: try goal.makeOptimizer())
    #expect(value < goal.target)
  }

  /// An entry without its three goals in the table fails.
  @Test(arguments: OptimizerRegistry.standard.entries.map(\.name))
  func hasAGoalOnEveryProblem(_ name: String) {
    let problems = Goal.table.filter { $0.optimizer == name }.map(\.problem)
    #expect(problems == ConvergenceProblem.allCases)
  }

  /// Targets mean something: gradient descent with learning rate 0 misses each of them, by a factor of ten.
  @Test(arguments: ConvergenceProblem.allCases)
  func standingStillReachesNone(_ problem: ConvergenceProblem) throws {
    let start = try problem.value(reachedBy: GradientDescent(learningRate: 0))
    for goal in Goal.table where goal.problem == problem { #expect(start > 10 * goal.target, "\(goal)") }
  }
}
