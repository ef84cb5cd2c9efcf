import Foundation
import GlissadeSuite
import Synchronization
import Testing

@Suite struct ComparisonTests {
  static func problems() throws -> [any TestProblem] {
    try ProblemRegistry.standard.problems(["booth", "quadratic-10", "digits-logistic"])
  }

  static func plan(_ problems: [any TestProblem], seeds: Int = 3) throws -> ComparisonPlan {
    try ComparisonPlan(
      problems: problems,
      optimizers: try ["gradient-descent", "adam:beta2=0.99:learningRate=0.1"].map { try .init($0) },
      seeds: seeds, budget: 60, trials: 4, trialSeeds: 2, points: 20)
  }

  /// All that does not depend on the machine.
  static func timeless(_ results: ComparisonResults) throws -> [String] {
    try results.lines.filter { if case .profile = $0 { false } else { true } }.map {
      try $0.text.replacing(/"seconds":\[[^\]]*\]/, with: "").replacing(
        /"seconds[A-Za-z]*":(\{[^}]*\}|[^,}]*)/, with: "")
    }
  }

  @Test func jobsDoNotChangeResults() throws {
    let problems = try Self.problems()
    let plan = try Self.plan(problems)
    let comparison = Comparison(plan, problems: problems)
    let alone = try comparison.run(jobs: 1)
    let shared = try comparison.run(jobs: 3)
    #expect(try Self.timeless(alone) == Self.timeless(shared))
    #expect(alone.trials.count == 3 * 4 * 2)
    #expect(alone.runs.count == 3 * 2 * 3)
  }

  /// Optimizers share their starts, seeds differ, and trials use seeds of their own.
  @Test func commonRandomNumbers() throws {
    let problems = try Self.problems()
    let results = try Comparison(try Self.plan(problems), problems: problems).run()
    for problem in problems.map(\.facts.name) {
      let first = results.runs(problem: problem, optimizer: "gradient-descent")
      let second = results.runs(problem: problem, optimizer: "adam:beta2=0.99:learningRate=0.1")
      #expect(first.map(\.seed) == second.map(\.seed))
      #expect(first.map(\.curve.value[0]) == second.map(\.curve.value[0]))
      #expect(Set(first.map(\.seed)).count == 3)
      #expect(Set(first.map(\.result.parametersHash)).count == 3)
      #expect(first.map(\.learningRate) != second.map(\.learningRate))
    }
    #expect(Set(results.trials.map(\.seed)).isDisjoint(with: results.runs.map(\.seed)))
    #expect(results.choices.map(\.source) == [.search, .given, .search, .given, .search, .given])
  }

  /// The rate that is used is that of the best trial, which need not be the first.
  @Test func tuning() throws {
    let problems = try ProblemRegistry.standard.problems(["quadratic-10"])
    let plan = try ComparisonPlan(
      problems: problems, optimizers: [try OptimizerChoice("gradient-descent")], seeds: 1, budget: 100, trials: 12)
    let results = try Comparison(plan, problems: problems).run(jobs: 2)
    let best = try #require(
      results.trials.min {
        ($0.result.stepsToTargetOrInfinity, $0.result.finalOrInfinity)
          < ($1.result.stepsToTargetOrInfinity, $1.result.finalOrInfinity)
      })
    #expect(results.choices[0].learningRate == best.learningRate)
    #expect(results.choices[0].trial == best.trial)
    // Beyond 2 descent diverges; the best rate for curvatures from 0.1 to 1 is 2/1.1.
    #expect(best.learningRate > 0.3 && best.learningRate < 2)
    #expect(results.trials.contains { $0.learningRate > 2 })
    #expect(results.trials.allSatisfy { (1e-5...10).contains($0.learningRate) })
  }

  /// Steps to the target are those of the curve, and a run that diverges says so.
  @Test func targetsAndDivergence() throws {
    let problems = try ProblemRegistry.standard.problems(["booth"])
    let plan = try ComparisonPlan(
      problems: problems,
      optimizers: try ["gradient-descent:learningRate=0.05", "gradient-descent:learningRate=10"].map { try .init($0) },
      seeds: 2, budget: 400, points: 400)
    let results = try Comparison(plan, problems: problems).run()
    let target = try #require(plan.problems[0].facts.target)
    for run in results.runs.prefix(2) {
      let index = try #require(run.curve.value.firstIndex { $0 <= target })
      #expect(run.curve.step[index] == run.result.stepsToTarget)
      #expect(run.result.final == run.curve.value.last)
      #expect(run.path?.count == run.curve.step.count)
    }
    for run in results.runs.suffix(2) {
      #expect(run.result.outcome == .diverged)
      #expect(run.result.final == nil && run.result.stepsToTarget == nil)
      #expect(run.result.steps < 400)
    }
    let summary = results.summaries
    #expect(summary[0].reached == 2 && summary[1].reached == 0 && summary[1].diverged == 2)
    #expect(summary[1].final.median == nil)
  }

  @Test func mistakesAreSentences() throws {
    #expect(throws: ComparisonError.malformedOptimizer(label: "adam:beta1")) { try OptimizerChoice("adam:beta1") }
    #expect(throws: OptimizerError.self) { try OptimizerChoice("adam:beta1=2") }
    #expect(throws: OptimizerError.self) { try OptimizerChoice("nothing") }
    #expect(throws: ComparisonError.self) { try ProblemRegistry.standard.problems(["nothing"]) }
    let problems = try ProblemRegistry.standard.problems(["booth"])
    let adam = try OptimizerChoice("adam")
    #expect(throws: ComparisonError.repeated("adam")) {
      try ComparisonPlan(problems: problems, optimizers: [adam, adam])
    }
    #expect(throws: ComparisonError.emptyPlan) {
      try ComparisonPlan(problems: problems, optimizers: [adam], seeds: 0)
    }
  }
}
