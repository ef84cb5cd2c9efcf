extension MonitorSet {
  /// A monitor that can be chosen by name.
  public struct Choice: Sendable {
    /// The name.
    public let name: String
    /// What it measures, in a line.
    public let summary: String
    /// The monitor of steps of that name; nil for what is not one.
    public let monitor: (any Monitor)?
  }

  /// The name under which the warnings are chosen.
  public static let warningsName = "warnings"
  /// The name under which the metrics of classification are chosen.
  public static let classificationName = "classification"

  /// Everything of this library that can be chosen, by name.
  public static var choices: [Choice] {
    func choice(_ monitor: some Monitor, _ summary: String) -> Choice {
      Choice(name: monitor.name, summary: summary, monitor: monitor)
    }
    return [
      choice(GradientNormMonitor(), "norm of the gradient, in all and of each parameter"),
      choice(WeightNormMonitor(), "norm of the parameters, in all and of each"),
      choice(UpdateRatioMonitor(), "size of the step relative to that of the parameters"),
      choice(LearningRateMonitor(), "learning rate after schedules, and step length per gradient"),
      choice(ThroughputMonitor(), "examples and steps a second, memory"),
      choice(GradientCosineMonitor(), "cosine between successive gradients"),
      choice(ActivationMonitor(), "mean and deviation of every operation, dead units of rectifiers"),
      choice(GradientNoiseMonitor(), "gradient noise scale and signal-to-noise ratio"),
      choice(CurvatureMonitor(), "largest eigenvalue and trace of the Hessian"),
      Choice(
        name: classificationName, summary: "top-k accuracy, perplexity, precision, recall, F1 of each epoch",
        monitor: nil),
      Choice(name: warningsName, summary: "warnings, in plain words, of what goes wrong", monitor: nil),
    ]
  }

  /// All rules of this library for warnings, in the order in which they are checked.
  public static var standardWarnings: [any WarningRule] {
    [ExplodingGradients(), VanishingGradients(), HighLearningRate(), DeadUnits(), Overfitting()]
  }

  /// Monitors by name, each `NAME` or `NAME:STEPS` with an interval of its own; throws a sentence where there is none of a name.
  ///
  /// `warnings` chooses the rules; what they look at has to be measured: `gradient-norm` for vanishing gradients, `activations`
  /// for dead units.
  public init(named names: [String], every interval: Int) throws {
    var entries: [Entry] = []
    var classifies = false
    var warnings: [any WarningRule] = []
    for text in names {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      guard let choice = Self.choices.first(where: { $0.name == parts[0] }) else {
        throw MonitorError.unknown(parts[0], known: Self.choices.map(\.name))
      }
      let steps = parts.count == 2 ? Int(parts[1]) : parts.count == 1 ? interval : nil
      guard let steps, steps > 0, parts.count == 1 || choice.monitor != nil else { throw MonitorError.interval(text) }
      switch (choice.name, choice.monitor) {
      case (_, let monitor?): entries.append(Entry(monitor, every: steps))
      case (Self.warningsName, _): warnings = Self.standardWarnings
      default: classifies = true
      }
    }
    self.init(entries, classifies: classifies, warnings: warnings)
  }
}

/// What can be wrong with the names of monitors; each case describes itself in a sentence that says what to do.
public enum MonitorError: Error, Hashable, CustomStringConvertible {
  /// There is no monitor of the name.
  case unknown(String, known: [String])
  /// What follows the name is no interval, or the monitor has none.
  case interval(String)

  /// The sentence.
  public var description: String {
    switch self {
    case .unknown(let name, let known): "There is no monitor '\(name)'; there are \(known.joined(separator: ", "))."
    case .interval(let text):
      "'\(text)' is not NAME or NAME:STEPS with a number of steps from 1; warnings and classification have no steps."
    }
  }
}
