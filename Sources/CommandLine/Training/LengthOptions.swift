import Glissade

/// What a command line says about the length of a run, its batches, and when it stops.
struct LengthOptions {
  static let options = [
    Option("batch-size", "N|full", "examples a step (default 32); 1 is stochastic, full is all of them"),
    Option("epochs", "N", "passes over the training examples (default 30)"),
    Option("steps", "N", "steps to take, in place of --epochs"),
    Option("early-stopping", "N", "stop when so many epochs in a row are no better, and go back to the best"),
    Option(
      "stopping-metric", "NAME",
      "what is watched: \(EarlyStopping.Metric.allCases.map(\.rawValue).joined(separator: ", ")) (default \(standardMetric.rawValue))"
    ),
  ]
  private static let standardMetric = EarlyStopping.Metric.validationLoss

  /// Examples a step, nil for all.
  let batchSize: Int?
  let length: TrainingPlan.Length
  let earlyStopping: EarlyStopping?

  init(_ options: ParsedOptions) throws {
    batchSize = options.text("batch-size") == "full" ? nil : try options.integer("batch-size", default: 32, minimum: 1)
    if options.text("epochs") != nil, options.text("steps") != nil {
      throw UsageError("--epochs and --steps exclude one another.")
    }
    if let steps = try options.integer("steps", minimum: 0) {
      length = .steps(steps)
    } else {
      length = .epochs(try options.integer("epochs", default: 30, minimum: 0))
    }
    let metric = try options.choice(
      "stopping-metric", of: EarlyStopping.Metric.allCases.map(\.rawValue), default: Self.standardMetric.rawValue)
    if let patience = try options.integer("early-stopping", minimum: 0) {
      earlyStopping = EarlyStopping(EarlyStopping.Metric(rawValue: metric) ?? Self.standardMetric, patience: patience)
    } else {
      guard options.text("stopping-metric") == nil else {
        throw UsageError("--stopping-metric goes with --early-stopping.")
      }
      earlyStopping = nil
    }
  }

  var plan: TrainingPlan { TrainingPlan(length, batchSize: batchSize, earlyStopping: earlyStopping) }

  /// The number of steps over so many examples, unless it stops before.
  func stepCount(exampleCount: Int) -> Int {
    switch length {
    case .steps(let count): count
    case .epochs(let count): count * (batchSize.map { (exampleCount + $0 - 1) / $0 } ?? 1)
    }
  }

  func describe(in line: inout JSONLine, exampleCount: Int) {
    line.add("batchSize", batchSize ?? exampleCount)
    switch length {
    case .epochs(let count): line.add("epochs", count)
    case .steps(let count): line.add("steps", count)
    }
    guard let earlyStopping else { return }
    line.add("earlyStopping", earlyStopping.patience)
    line.add("stoppingMetric", earlyStopping.metric.rawValue)
  }
}
