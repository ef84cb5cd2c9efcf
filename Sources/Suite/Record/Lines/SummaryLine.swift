/// What the runs of an optimizer on a problem came to together.
public struct SummaryLine: Codable, Hashable, Sendable {
  /// The problem's name.
  public let problem: String
  /// The optimizer's label.
  public let optimizer: String
  /// The learning rate.
  public let learningRate: Double
  /// The number of runs.
  public let runs: Int
  /// The number of runs that diverged.
  public let diverged: Int
  /// The number of runs that reached the target.
  public let reached: Int
  /// The last value.
  public let final: Figure
  /// The least value.
  public let best: Figure
  /// The steps to the target.
  public let stepsToTarget: Figure
  /// The processor's time to the target.
  public let secondsToTarget: Figure

  /// A median with its interval; nil stands for infinity.
  public struct Figure: Codable, Hashable, Sendable {
    /// The median.
    public let median: Double?
    /// The lower bound of its interval.
    public let low: Double?
    /// The upper bound.
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

extension Double {
  /// The number, nil if it is infinite or NaN.
  fileprivate var finite: Double? { isFinite ? self : nil }
}
