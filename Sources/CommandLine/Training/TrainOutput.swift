import Foundation
import Glissade

/// What a training run prints, and records if a folder was named.
struct TrainOutput {
  /// The record; nil without a folder.
  var log: RunLog?
  private let configuration: TrainConfiguration
  private let trainingCount: Int
  private let testCount: Int
  private let stepCount: Int
  private var bar: ProgressBar
  /// The losses of the steps so far.
  private var losses: [Double] = []

  init(_ configuration: TrainConfiguration, training: Int, test: Int) {
    self.configuration = configuration
    trainingCount = training
    testCount = test
    stepCount = configuration.length.stepCount(exampleCount: training)
    bar = ProgressBar(isShown: !configuration.isJSON && ProgressBar.isPossible)
  }

  /// A run begins.
  mutating func begin(parameterCount: Int) throws {
    var line = JSONLine(event: "started")
    line.add("version", version)
    line.add(contentsOf: configuration.describe(exampleCount: trainingCount))
    line.add("parameters", parameterCount)
    line.add("trainingExamples", trainingCount)
    line.add("testExamples", testCount)
    addEnvironment(to: &line)
    try emit(line, "\(heading(parameterCount))\n\n\(Self.columns)")
  }

  /// A run goes on from a checkpoint.
  mutating func resume(from path: String, step: Int, epoch: Int, parameterCount: Int, problems: [String]) throws {
    for problem in problems { complain(problem) }
    var line = JSONLine(event: "resumed")
    line.add("checkpoint", path)
    line.add("step", step)
    line.add("epoch", epoch)
    if !problems.isEmpty { line.add("problems", problems) }
    addEnvironment(to: &line)
    try emit(
      line,
      """
      \(heading(parameterCount))
      Resumed after \(Format.count(Double(step))) steps from \(path)

      \(Self.columns)
      """)
  }

  /// What the run does next.
  mutating func show(_ event: TrainingEvent) throws {
    switch event {
    case .step(let step):
      let total = stepCount
      losses.append(step.loss)
      bar.draw(
        fraction: Double(step.totalSteps) / Double(max(total, 1)),
        "epoch \(step.epoch)  step \(step.totalSteps)/\(total)  loss \(Format.fixed(step.loss, 4))")
      let isLogged = configuration.record.logInterval.map { step.totalSteps.isMultiple(of: $0) } ?? false
      if isLogged || !step.measurements.isEmpty {
        try emit(JSONLine(step), nil)
        try log?.append(step.scalars, step: step.totalSteps, epoch: step.epoch)
      }
      try warn(step.warnings, step: step.totalSteps)
    case .epoch(let epoch):
      try emit(JSONLine(epoch), Self.row(epoch))
      try log?.append(epoch.scalars, step: epoch.step, epoch: epoch.epoch)
      try warn(epoch.warnings, step: epoch.step)
    }
  }

  /// A checkpoint was saved.
  mutating func saved(_ path: String, step: Int, isBest: Bool) throws {
    var line = JSONLine(event: "checkpoint")
    line.add("step", step)
    line.add("path", path)
    line.add("isBest", isBest)
    try emit(line, nil)
  }

  /// The run has come to its end.
  mutating func finish(
    test: Metrics, classification: ClassificationMetrics?, hash: String, steps: Int, bestEpoch: Int?, seconds: Double
  ) throws {
    var line = JSONLine(event: "finished")
    line.add("testAccuracy", test.accuracy)
    line.add("testLoss", test.loss)
    line.add("parametersHash", hash)
    line.add("steps", steps)
    if let bestEpoch { line.add("bestEpoch", bestEpoch) }
    line.add("seconds", seconds)
    if let classification {
      line.add("monitors", classification.measurements)
      if !classification.confusion.isEmpty { line.add("confusion", classification.confusion) }
    }
    let accuracy = test.accuracy.map { "accuracy \(Format.percent($0)), " } ?? ""
    let best = bestEpoch.map { ", the best of which is \($0)" } ?? ""
    try emit(
      line,
      """

      \(lossCurve)Test \(accuracy)loss \(Format.fixed(test.loss, 4)), after \
      \(Format.count(Double(steps))) steps\(best) in \(Format.fixed(seconds, 2)) s
      Parameters hash \(hash) (same seed, same bits)
      """)
  }

  /// The run was asked to end.
  mutating func stop(_ received: Interruption.Received, step: Int) throws {
    var line = JSONLine(event: "stopped")
    line.add("step", step)
    line.add("signal", received.name)
    try emit(line, nil)
  }

  /// The run ended by an error; the sentence itself goes where errors go.
  mutating func fail(_ message: String) {
    var line = JSONLine(event: "failed")
    line.add("message", message)
    // What cannot be recorded any more is still said.
    try? emit(line, nil)
  }

  /// The training loss in a line, by its logarithm if it has one, with the means of the first and the last bar.
  private var lossCurve: String {
    guard losses.count > 1 else { return "" }
    let bars = min(48, losses.count)
    let part = losses.count / bars
    func mean(_ values: ArraySlice<Double>) -> String {
      Format.fixed(values.reduce(0, +) / Double(values.count), 4)
    }
    let (first, last) = (mean(losses.prefix(part)), mean(losses.suffix(part)))
    let heights = losses.allSatisfy { $0 > 0 } ? losses.map(log10) : losses
    return "Training loss \(first) \(Sparkline.text(heights, width: bars)) \(last)\n"
  }

  private mutating func warn(_ warnings: [TrainingWarning], step: Int) throws {
    for warning in warnings { try emit(JSONLine(warning, step: step), "warning: \(warning.message)") }
  }

  /// Records a line, and prints it, or what it says in words if there are any.
  private mutating func emit(_ line: JSONLine, _ text: String?) throws {
    bar.clear()
    if configuration.isJSON { say(line.text) } else if let text { say(text) }
    try log?.append(line)
  }

  private func addEnvironment(to line: inout JSONLine) {
    line.add("threads", ThreadPool.threadCount)
    line.add("kernels", KernelSelection.current.chosen.rawValue)
    line.add("processor", ProcessorFeatures.processorName)
    line.add("system", ProcessInfo.processInfo.operatingSystemVersionString)
    line.add("time", Date.now.ISO8601Format())
    line.add("command", CommandLine.arguments)
  }

  private func heading(_ parameterCount: Int) -> String {
    let batch = configuration.length.batchSize.map { "batches of \($0)" } ?? "full batches"
    return """
      \(configuration.dataText): \(Format.count(Double(trainingCount))) examples to train on and \
      \(Format.count(Double(testCount))) to test with
      \(configuration.modelText): \(Format.count(Double(parameterCount))) parameters in \
      \(configuration.scalar.rawValue), \(configuration.optimizerName) at \(configuration.learningRate), \(batch)
      """
  }

  private static let columns = "epoch  train loss  train acc  test loss  test acc  grad norm  images/s"

  private static func row(_ epoch: EpochReport) -> String {
    let cells = [
      ("\(epoch.epoch)", 5), (Format.fixed(epoch.training.loss, 4), 10), (Format.percent(epoch.training.accuracy), 9),
      (epoch.validation.map { Format.fixed($0.loss, 4) } ?? "–", 9), (Format.percent(epoch.validation?.accuracy), 8),
      (Format.fixed(epoch.gradientNorm, 3), 9), (Format.count(epoch.examplesPerSecond), 8),
    ]
    return cells.map { text, width in String(repeating: " ", count: max(width - text.count, 0)) + text }
      .joined(separator: "  ")
  }
}
