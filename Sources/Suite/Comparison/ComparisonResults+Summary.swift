extension ComparisonResults {
  /// The lines of the record after its first, in order.
  public var lines: [ComparisonLine] {
    trials.map { .trial($0) } + choices.map { .tuned($0) } + runs.map { .run($0) } + summaries.map { .summary($0) }
      + tests.map { .test($0) } + profiles.map { .profile($0) } + [.finished(finished)]
  }

  /// Medians of every optimizer on every problem.
  public var summaries: [SummaryLine] {
    choices.map { choice in
      SummaryLine(
        problem: choice.problem, optimizer: choice.optimizer, learningRate: choice.learningRate,
        runs(problem: choice.problem, optimizer: choice.optimizer).map(\.result))
    }
  }

  /// Paired tests of all pairs of optimizers on every problem, by last values and, where there is a target, by steps to it.
  public var tests: [TestLine] {
    plan.problems.flatMap { problem in
      tests(problem.facts.name, "final", \.finalOrInfinity)
        + (problem.facts.target == nil
          ? [] : tests(problem.facts.name, "stepsToTarget", \.stepsToTargetOrInfinity))
    }
  }

  private func tests(_ problem: String, _ quantity: String, _ value: (RunResult) -> Double) -> [TestLine] {
    let labels = plan.optimizers.map(\.label)
    let values = labels.map { runs(problem: problem, optimizer: $0).map { value($0.result) } }
    var lines: [TestLine] = []
    for first in labels.indices {
      for second in labels.indices.dropFirst(first + 1) {
        let test = PairedTest(values[first], values[second])
        lines.append(
          TestLine(
            problem: problem, quantity: quantity, first: labels[first], second: labels[second],
            pairs: values[first].count, firstBetter: test.firstSmaller, secondBetter: test.secondSmaller,
            wilcoxon: test.wilcoxon, sign: test.sign, holm: test.wilcoxon))
      }
    }
    for (index, adjusted) in holmAdjusted(lines.map(\.wilcoxon)).enumerated() { lines[index].holm = adjusted }
    return lines
  }

  /// Performance profiles over the problems that have a target, by the medians of steps and of time to it.
  public var profiles: [ProfileLine] {
    profiles("stepsToTarget", \.stepsToTargetOrInfinity) + profiles("secondsToTarget", \.secondsToTargetOrInfinity)
  }

  private func profiles(_ quantity: String, _ value: (RunResult) -> Double) -> [ProfileLine] {
    let problems = plan.problems.map(\.facts).filter { $0.target != nil }.map(\.name)
    let labels = plan.optimizers.map(\.label)
    guard !problems.isEmpty else { return [] }
    let times = labels.map { label in
      problems.map { median(runs(problem: $0, optimizer: label).map { value($0.result) }) }
    }
    return zip(labels, PerformanceProfile.profiles(times: times)).map { label, profile in
      ProfileLine(
        quantity: quantity, optimizer: label, problems: problems.count, limit: profile.limit, score: profile.score,
        ratio: profile.ratios, share: profile.shares)
    }
  }

  private var finished: FinishedLine {
    FinishedLine(
      runs: runs.count, trials: trials.count,
      seconds: (trials.map(\.result.seconds) + runs.map(\.result.seconds)).reduce(0, +))
  }
}
