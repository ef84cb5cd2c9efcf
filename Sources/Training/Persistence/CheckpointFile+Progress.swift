extension CheckpointFile {
  /// Adds how far a run has come.
  mutating func set(_ progress: TrainingProgress) {
    set("progress.startStep", progress.startStep)
    set("progress.startEpoch", progress.startEpoch)
    set("progress.end", progress.end?.rawValue)
    set("stopping.bestEpoch", progress.stopping.bestEpoch)
    set("stopping.bestCost", progress.stopping.bestCost)
    set("stopping.waited", progress.stopping.waited)
    guard let epoch = progress.current else { return }
    set("current.batch", epoch.batch)
    set("current.loss", epoch.sums.loss)
    set("current.correct", epoch.sums.correct)
    set("current.count", epoch.sums.count)
    set("current.squaredNorms", epoch.squaredNorms)
    set("current.normCount", epoch.normCount)
    set("current.seconds", epoch.seconds)
  }

  func progress() throws -> TrainingProgress {
    var progress = TrainingProgress(step: try integer("progress.startStep"), epoch: try integer("progress.startEpoch"))
    if let text = text("progress.end") {
      guard let end = TrainingProgress.End(rawValue: text) else {
        throw CheckpointError.damaged("'progress.end' is '\(text)'")
      }
      progress.end = end
    }
    progress.stopping.bestEpoch = try optionalInteger("stopping.bestEpoch")
    progress.stopping.bestCost = try number("stopping.bestCost")
    progress.stopping.waited = try integer("stopping.waited")
    guard text("current.batch") != nil else { return progress }
    var epoch = TrainingProgress.Epoch()
    epoch.batch = try integer("current.batch")
    epoch.sums = Metrics.Sums(
      loss: try number("current.loss"), correct: try optionalInteger("current.correct"),
      count: try integer("current.count"))
    epoch.squaredNorms = try number("current.squaredNorms")
    epoch.normCount = try integer("current.normCount")
    epoch.seconds = try number("current.seconds")
    progress.current = epoch
    return progress
  }

  private func optionalInteger(_ name: String) throws -> Int? { text(name) == nil ? nil : try integer(name) }

  /// Adds the epochs that are over, each under its place in the history.
  mutating func set(_ history: [EpochReport]) {
    set("history", history.count)
    for (index, epoch) in history.enumerated() {
      let name = "history.\(index)"
      var numbers: [String: Double] = [
        "epoch": Double(epoch.epoch), "step": Double(epoch.step), "trainLoss": epoch.training.loss,
        "gradientNorm": epoch.gradientNorm, "seconds": epoch.seconds, "examplesPerSecond": epoch.examplesPerSecond,
      ]
      numbers["trainAccuracy"] = epoch.training.accuracy
      numbers["testLoss"] = epoch.validation?.loss
      numbers["testAccuracy"] = epoch.validation?.accuracy
      set(name, numbers)
      if !epoch.measurements.isEmpty {
        set("\(name).measurements", epoch.measurements.map { "\($0.name)=\($0.value)" }.joined(separator: "\n"))
      }
      if !epoch.warnings.isEmpty {
        set("\(name).warnings", epoch.warnings.map { "\($0.rule)=\($0.message)" }.joined(separator: "\n"))
      }
    }
  }

  func history() throws -> [EpochReport] {
    var result: [EpochReport] = []
    for index in 0..<(try integer("history")) { result.append(try epoch("history.\(index)")) }
    return result
  }

  private func epoch(_ name: String) throws -> EpochReport {
    let numbers = try numbers(name)
    func number(_ key: String) throws -> Double {
      guard let value = numbers[key] else { throw CheckpointError.damaged("'\(name)' has no \(key)") }
      return value
    }
    func count(_ key: String) throws -> Int {
      guard let count = Self.count(try number(key)) else { throw CheckpointError.damaged("'\(name)' has no \(key)") }
      return count
    }
    var report = EpochReport(
      epoch: try count("epoch"), step: try count("step"),
      training: Metrics(loss: try number("trainLoss"), accuracy: numbers["trainAccuracy"]),
      validation: numbers["testLoss"].map { Metrics(loss: $0, accuracy: numbers["testAccuracy"]) },
      gradientNorm: try number("gradientNorm"), seconds: try number("seconds"),
      examplesPerSecond: try number("examplesPerSecond"))
    report.measurements = try pairs("\(name).measurements").map { pair in
      guard let value = Double(pair.1) else { throw CheckpointError.damaged("'\(name)' has a number '\(pair.1)'") }
      return Measurement(pair.0, value)
    }
    report.warnings = pairs("\(name).warnings").map { TrainingWarning(rule: $0.0, message: $0.1) }
    return report
  }

  /// Lines of a name and a text, which may be left out.
  private func pairs(_ name: String) -> [(String, String)] {
    (text(name) ?? "").split(separator: "\n").map { line in
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      return (parts[0], parts.count == 2 ? parts[1] : "")
    }
  }
}
