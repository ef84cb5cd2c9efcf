/// What the runs of an optimizer on a problem came to together.
public struct SummaryLine: Codable, Hashable, Sendable {
  public let problem: String
  public let optimizer: String
  public let learningRate: Double
  /// The number of runs, of those that diverged, and of those that reached the target.
  public let runs: Int
  public let diverged: Int
  public let reached: Int
  /// The last value.
  public let final: Figure
  /// The least value.
  public let best: Figure
  public let stepsToTarget: Figure
  public let secondsToTarget: Figure

  /// A median with its interval; nil stands for infinity.
  public struct Figure: Codable, Hashable, Sendable {
    public let median: Double?
    public let low: Double?
    public let high: Double?
    /// The confidence that the interval has.
    public let coverage: Double

    init(_ values: [Double]) {
      let interval = MedianInterval(values)
      median = interval?.median.finite
      low = interval?.low.finite
      high = interval?.high.finite
      coverage = interval?.coverage ?? 0
    }
  }

  init(problem: String, optimizer: String, learningRate: Double, _ results: [RunResult]) {
    self.problem = problem
    self.optimizer = optimizer
    self.learningRate = learningRate
    runs = results.count
    diverged = results.count { $0.outcome == .diverged }
    reached = results.count { $0.stepsToTarget != nil }
    final = Figure(results.map(\.finalOrInfinity))
    best = Figure(results.map(\.bestOrInfinity))
    stepsToTarget = Figure(results.map(\.stepsToTargetOrInfinity))
    secondsToTarget = Figure(results.map(\.secondsToTargetOrInfinity))
  }
}

/// Paired tests of two optimizers on a problem.
public struct TestLine: Codable, Hashable, Sendable {
  public let problem: String
  /// What is compared: `final` or `stepsToTarget`.
  public let quantity: String
  public let first: String
  public let second: String
  public let pairs: Int
  /// In how many pairs the first was better, and the second.
  public let firstBetter: Int
  public let secondBetter: Int
  /// Exact two-sided p-values.
  public let wilcoxon: Double
  public let sign: Double
  /// Wilcoxon's, adjusted for all pairs of the problem and quantity.
  public internal(set) var holm: Double
}

/// The performance profile of an optimizer over all problems.
public struct ProfileLine: Codable, Hashable, Sendable {
  /// What is compared: `stepsToTarget` or `secondsToTarget`.
  public let quantity: String
  public let optimizer: String
  /// The number of problems.
  public let problems: Int
  public let limit: Double
  public let score: Double
  /// Where the profile rises, and how high it is from there.
  public let ratio: [Double]
  public let share: [Double]
}

extension Double {
  /// The number, nil if it is infinite or NaN.
  fileprivate var finite: Double? { isFinite ? self : nil }
}
