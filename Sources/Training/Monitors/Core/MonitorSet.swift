/// The monitors of a run, each with its interval, and the rules that make warnings of what is seen.
public struct MonitorSet: Sendable {
  /// A monitor that measures every so many steps.
  public struct Entry: Sendable {
    /// The monitor.
    public let monitor: any Monitor
    /// The interval in steps.
    public let interval: Int

    /// A monitor that measures every `interval` steps.
    public init(_ monitor: any Monitor, every interval: Int = 10) {
      require(interval > 0, "a monitor measures every one or more steps, not every \(interval)")
      self.monitor = monitor
      self.interval = interval
    }
  }

  /// The monitors of steps.
  public let entries: [Entry]
  /// Whether each epoch's validation gives `ClassificationMetrics` too.
  public let classifies: Bool
  /// What is warned of.
  public let warnings: [any WarningRule]

  /// The given monitors; without any, a step costs nothing more.
  public init(_ entries: [Entry] = [], classifies: Bool = false, warnings: [any WarningRule] = []) {
    self.entries = entries
    self.classifies = classifies
    self.warnings = warnings
  }

  /// A watch on a step, counted from 1, nil where no monitor wants to see it.
  func makeWatch<S: Scalar>(step: Int) -> StepWatch<S>? {
    guard !entries.isEmpty else { return nil }
    let due = entries.filter { $0.monitor.wants(step: step, every: $0.interval) }
    return due.isEmpty ? nil : StepWatch(needsActivations: due.contains { $0.monitor.needsActivations })
  }

  /// What the monitors read off a step.
  func measure<Goal: Objective, S: Scalar>(
    _ watch: StepWatch<S>, states: inout [MonitorState<S>], step: Int, report: StepReport,
    parameters: ParameterVector<S>, objective: ObjectiveOnBatch<Goal>, seconds: Double, poolBytes: Int
  ) -> [Measurement] {
    guard let gradient = watch.gradient, let before = watch.before else { return [] }
    return entries.indices.flatMap { index -> [Measurement] in
      let entry = entries[index]
      guard entry.monitor.wants(step: step, every: entry.interval) else { return [] }
      return entry.monitor.measure(
        MonitoredStep(
          number: step, interval: entry.interval, loss: report.loss, gradient: gradient, lossScale: watch.lossScale,
          gradientNorm: report.gradientNorm, before: before, after: parameters, objective: objective,
          learningRate: watch.learningRate,
          activations: watch.activations, seconds: seconds, poolBytes: poolBytes),
        state: &states[index])
    }
  }
}
