import GlissadeOptimizers

/// Runs cases of the family `schedules`: the learning rate of every step.
enum GoldenSchedules {
  /// A learning rate and the factors that it is multiplied by, and the momentum where that is scheduled too.
  struct Translation {
    var base: Double
    var schedule: Schedule
    var momentum: Schedule?

    init(_ base: Double, _ schedule: Schedule, momentum: Schedule? = nil) {
      self.base = base
      self.schedule = schedule
      self.momentum = momentum
    }
  }

  /// Makes a translation from the hyperparameters of a case.
  typealias Maker = @Sendable (GoldenHyper) throws -> Translation

  /// Translations by class.
  static let makers = torch.merging(optax) { _, _ in fatalError("two tables translate the same class") }

  static func translate(_ className: String, _ hyper: GoldenHyper) throws -> Translation {
    guard let make = makers[className] else { throw GoldenUnsupported("there is no translation of \(className)") }
    return try make(hyper)
  }

  static func run(_ item: GoldenCase) throws -> GoldenOutcome {
    let hyper = item.hyper
    var comparison = GoldenComparison(item.tolerance)
    let rates = try item.expectedSteps("lr").compactMap(\.number)
    if let metrics = item.value["metrics"]?.numbers {
      comparison.compare(try plateauRates(hyper, metrics, count: rates.count), rates, "learning rates")
      try hyper.requireAllRead()
      return comparison.outcome
    }
    let translation = try translate(item.className, hyper)
    try hyper.requireAllRead()
    // PyTorch is told of an epoch after each step: the first step is at 0.
    let epochs = item.value["epochs"]?.numbers
    guard
      epochs.map({ epochs in
        epochs.count + 1 >= rates.count && epochs.allSatisfy { (0...1e9).contains($0) }
      }) ?? true
    else { throw GoldenUnsupported("'epochs' is no list of an epoch for each step") }
    let positions = rates.indices.map { index in epochs.map { index == 0 ? 0 : $0[index - 1] } ?? Double(index) }
    comparison.compare(
      positions.map { translation.base * translation.schedule.factor(at: $0) }, rates, "learning rates")
    if let expected = item.value["expected"]?["momentum"] {
      guard let momentum = translation.momentum else { throw GoldenUnsupported("momentum is not scheduled") }
      comparison.compare(positions.map { momentum.factor(at: $0) }, expected, "momentum")
    }
    return comparison.outcome
  }

  /// The rate of each step, the metric of the step before recorded.
  private static func plateauRates(_ hyper: GoldenHyper, _ metrics: [Double], count: Int) throws -> [Double] {
    guard metrics.count >= count else { throw GoldenUnsupported("'metrics' is no list of a metric for each step") }
    let rate = try hyper.number("lr")
    var plateau = Plateau()
    plateau.mode = try hyper.text("mode") == "max" ? .max : .min
    plateau.drop = try hyper.number("factor")
    plateau.patience = try hyper.count("patience")
    let threshold = try hyper.number("threshold")
    plateau.threshold = try hyper.text("threshold_mode") == "abs" ? .absolute(threshold) : .relative(threshold)
    plateau.cooldown = try hyper.count("cooldown")
    plateau.lowest = try hyper.number("min_lr") / rate
    plateau.smallestDrop = try hyper.number("eps") / rate
    var record = Plateau.Record()
    return (0..<count).map { step in
      defer { plateau.record(metrics[step], in: &record) }
      return rate * record.factor
    }
  }
}
