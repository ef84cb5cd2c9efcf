/// Lowers a factor where a metric stops getting better: PyTorch's `ReduceLROnPlateau`.
///
/// A metric that is better than the best by the threshold sets the best; after more than `patience` others in a row, the
/// factor is multiplied, and for `cooldown` metrics nothing is counted. A pure function of the metrics recorded.
public struct Plateau: Sendable, Hashable {
  /// What is better.
  public enum Mode: String, CaseIterable, Sendable {
    /// Less.
    case min
    /// More.
    case max
  }

  /// How a threshold is meant.
  public enum Threshold: Hashable, Sendable {
    /// A fraction of the best.
    case relative(Double)
    /// A number by which to be better.
    case absolute(Double)
  }

  /// What is better; less by default.
  public var mode = Mode.min
  /// What the factor is multiplied by (0.1).
  public var drop = 0.1
  /// How many metrics in a row may be no better (10).
  public var patience = 10
  /// By how much a metric must be better (1e-4 of the best).
  public var threshold = Threshold.relative(1e-4)
  /// How many metrics are not counted after a drop (0).
  public var cooldown = 0
  /// The smallest factor (0).
  public var lowest = 0.0
  /// Drops by less than this are not made (0; PyTorch compares learning rates with 1e-8).
  public var smallestDrop = 0.0
  /// The number of metrics whose mean is one (1; optax's `accumulation_size`).
  public var averaged = 1

  /// A plateau with PyTorch's defaults.
  public init() {}

  /// What has been recorded.
  public struct Record: Sendable, Hashable {
    /// The factor as it is now.
    public var factor = 1.0
    /// The best metric, nil before the first.
    public var best: Double?
    /// Metrics in a row that were no better.
    public var waited = 0
    /// Metrics that are not to be counted yet.
    public var cooling = 0
    /// The sum and number of metrics towards a mean.
    public var sum = 0.0
    /// The number of metrics in the sum.
    public var summed = 0

    /// Nothing recorded.
    public init() {}
  }

  /// Records a metric.
  public func record(_ metric: Double, in record: inout Record) {
    record.sum += metric
    record.summed += 1
    guard record.summed >= averaged else { return }
    let mean = averaged == 1 ? metric : record.sum / Double(record.summed)
    record.sum = 0
    record.summed = 0
    if isBetter(mean, than: record.best) {
      record.best = mean
      record.waited = 0
    } else {
      record.waited += 1
    }
    if record.cooling > 0 {
      record.cooling -= 1
      record.waited = 0
    }
    guard record.waited > patience else { return }
    let lowered = Swift.max(record.factor * drop, lowest)
    if record.factor - lowered > smallestDrop { record.factor = lowered }
    record.cooling = cooldown
    record.waited = 0
  }

  private func isBetter(_ metric: Double, than best: Double?) -> Bool {
    guard let best else { return !metric.isNaN }
    switch (mode, threshold) {
    case (.min, .relative(let fraction)): return metric < best * (1 - fraction)
    case (.min, .absolute(let amount)): return metric < best - amount
    case (.max, .relative(let fraction)): return metric > best * (1 + fraction)
    case (.max, .absolute(let amount)): return metric > best + amount
    }
  }
}
