extension JSONLine {
  /// The line of a step; Docs/Guides/RecordOfARun.md describes it.
  public init(_ step: StepEvent) {
    self.init(event: "step")
    add("step", step.totalSteps)
    add("epoch", step.epoch)
    add("loss", step.loss)
    add("gradientNorm", step.gradientNorm)
    if !step.measurements.isEmpty { add("monitors", step.measurements) }
  }

  /// The line of an epoch.
  public init(_ epoch: EpochReport) {
    self.init(event: "epoch")
    add("epoch", epoch.epoch)
    add("step", epoch.step)
    add("trainLoss", epoch.training.loss)
    add("trainAccuracy", epoch.training.accuracy)
    add("testLoss", epoch.validation?.loss)
    add("testAccuracy", epoch.validation?.accuracy)
    add("gradientNorm", epoch.gradientNorm)
    add("examplesPerSecond", epoch.examplesPerSecond)
    add("seconds", epoch.seconds)
    if !epoch.measurements.isEmpty { add("monitors", epoch.measurements) }
  }

  /// The line of a warning that a step or epoch gave cause for.
  public init(_ warning: TrainingWarning, step: Int) {
    self.init(event: "warning")
    add("rule", warning.rule)
    add("step", step)
    add("message", warning.message)
  }

  /// Adds an object of measurements.
  public mutating func add(_ name: String, _ measurements: [Measurement]) {
    var object = JSONLine()
    for measurement in measurements { object.add(measurement.name, measurement.value) }
    add(name, object)
  }
}

extension StepEvent {
  /// The numbers of the step under the names that CSV and TensorBoard files have for them.
  public var scalars: [Measurement] {
    [Measurement("step/loss", loss), Measurement("step/gradientNorm", gradientNorm)]
      + measurements.map { Measurement("monitor/\($0.name)", $0.value) }
  }
}

extension EpochReport {
  /// The numbers of the epoch under the names that CSV and TensorBoard files have for them.
  public var scalars: [Measurement] {
    let numbers: [(String, Double?)] = [
      ("trainLoss", training.loss), ("trainAccuracy", training.accuracy), ("testLoss", validation?.loss),
      ("testAccuracy", validation?.accuracy), ("gradientNorm", gradientNorm), ("examplesPerSecond", examplesPerSecond),
    ]
    return numbers.compactMap { name, value in value.map { Measurement("epoch/\(name)", $0) } }
      + measurements.map { Measurement("epoch/\($0.name)", $0.value) }
  }
}
