import Foundation
import Glissade
import GlissadeSuite
import Synchronization

/// What a comparison prints.
final class CompareOutput: Sendable {
  private struct State: Sendable {
    var bar: ProgressBar
    var done: Int
  }

  private let plan: ComparisonPlan
  private let isJSON: Bool
  private let total: Int
  private let state: Mutex<State>

  /// The output of a comparison of which so many runs and trials are there already.
  init(_ plan: ComparisonPlan, isJSON: Bool, done: Int) {
    self.plan = plan
    self.isJSON = isJSON
    let searched = plan.optimizers.count { $0.learningRate == nil }
    total =
      plan.problems.count
      * (plan.optimizers.count * plan.seeds + searched * plan.trials * plan.trialSeeds)
    state = Mutex(State(bar: ProgressBar(isShown: !isJSON && ProgressBar.isPossible), done: done))
  }

  /// A run or a trial is over.
  func advance() {
    state.withLock { state in
      state.done += 1
      let done = state.done
      state.bar.draw(fraction: Double(done) / Double(total), "\(done) of \(total) runs")
    }
  }

  /// Prints the record's lines, or tables.
  func finish(_ header: ComparisonHeader, _ results: ComparisonResults) throws {
    state.withLock { $0.bar.clear() }
    guard !isJSON else {
      for line in [.comparison(header)] + results.lines { say(try line.text) }
      return
    }
    let (summaries, tests) = (results.summaries, results.tests)
    for problem in plan.problems {
      let facts = problem.facts
      show(facts, summaries.filter { $0.problem == facts.name }, tests.filter { $0.problem == facts.name })
    }
    showProfiles(results.profiles)
    let coverage = summaries.first.map { Format.percent($0.final.coverage) } ?? "–"
    say(
      "Medians of \(plan.seeds) runs; brackets hold the median with \(coverage) confidence. Learning rates: "
        + (plan.trials > 0 ? "the best of \(plan.trials) tried." : "as given, or the optimizers' defaults."))
  }

  private func show(_ facts: ProblemFacts, _ summaries: [SummaryLine], _ tests: [TestLine]) {
    let target = facts.target.map { ", target \(Self.short($0))" } ?? ""
    let parameters = Format.count(Double(facts.dimension))
    say(
      "\(facts.name): \(facts.summary); \(parameters) parameters, \(Format.count(Double(facts.steps))) steps\(target)")
    let ranked = summaries.sorted { ($0.final.median ?? .infinity) < ($1.final.median ?? .infinity) }
    let rows = ranked.map { line in
      [
        line.optimizer, Self.short(line.learningRate), Self.text(line.final),
        facts.target == nil ? "–" : Self.text(line.stepsToTarget), "\(line.reached)/\(line.runs)",
        line.diverged > 0 ? "\(line.diverged) diverged" : "",
      ]
    }
    say(
      Format.table(
        ["optimizer", "learning rate", "final \(facts.measure)", "steps to target", "reached", ""], rows, right: [1, 4]
      ))
    if let best = ranked.first { showTests(of: best.optimizer, tests.filter { $0.quantity == "final" }) }
    say("")
  }

  /// How surely the first of the table is better than the others.
  private func showTests(of best: String, _ tests: [TestLine]) {
    for test in tests where test.first == best || test.second == best {
      let (other, wins) = test.first == best ? (test.second, test.firstBetter) : (test.first, test.secondBetter)
      say(
        "\(best) ends below \(other) in \(wins) of \(test.pairs) pairs: p = \(Self.short(test.wilcoxon)) (Wilcoxon), "
          + "\(Self.short(test.holm)) adjusted for all pairs (Holm)")
    }
  }

  private func showProfiles(_ profiles: [ProfileLine]) {
    guard let problems = profiles.first?.problems, problems > 1 else { return }
    let steps = profiles.filter { $0.quantity == "stepsToTarget" }
    let rows = steps.sorted { $0.score > $1.score }.map { line in
      [line.optimizer] + [1.0, 2, 4].map { Format.percent(Self.share(line, within: $0)) }
        + [Format.fixed(line.score, 3)]
    }
    say("Performance profile over \(problems) problems, by steps to the target:")
    say(
      Format.table(
        ["optimizer", "fastest", "within 2 ×", "within 4 ×", "score"], rows, right: [1, 2, 3, 4]))
    say("")
  }

  private static func share(_ line: ProfileLine, within ratio: Double) -> Double {
    zip(line.ratio, line.share).filter { $0.0 <= ratio }.last?.1 ?? 0
  }

  private static func text(_ figure: SummaryLine.Figure) -> String {
    guard figure.median != nil || figure.low != nil else { return "∞" }
    return "\(number(figure.median)) [\(number(figure.low)), \(number(figure.high))]"
  }

  private static func number(_ value: Double?) -> String { value.map(short) ?? "∞" }

  private static func short(_ value: Double) -> String { String(format: "%.4g", value) }
}
