import Foundation
import Glissade

/// What a training run prints and records.
struct TrainOutput {
  private let configuration: TrainConfiguration
  private let trainingCount: Int
  private let testCount: Int
  private var bar: ProgressBar
  private var lines: [String] = []

  init(_ configuration: TrainConfiguration, training: Int, test: Int) {
    self.configuration = configuration
    trainingCount = training
    testCount = test
    bar = ProgressBar(isShown: !configuration.isJSON && ProgressBar.isPossible)
  }

  private var recordPath: String? { configuration.outputFolder.map { $0 + "/events.jsonl" } }

  /// Makes the output folder and tries to write there, so that a run does not fail only at its end.
  func prepare() throws {
    guard let folder = configuration.outputFolder else { return }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw OutputError(path: folder)
    }
    if let path = recordPath { try AtomicFile.check(path) }
  }

  mutating func begin(parameterCount: Int) {
    let batch = configuration.batchSize.map { "batches of \($0)" } ?? "full batches"
    var line = JSONLine(event: "started")
    line.add("version", version)
    line.add("data", configuration.dataText)
    line.add("model", configuration.modelText)
    line.add("optimizer", configuration.optimizerName)
    if let settings = configuration.settings { line.add("set", settings) }
    line.add("learningRate", configuration.learningRate)
    line.add("schedule", configuration.schedule)
    line.add("clip", configuration.clip)
    line.add("batchSize", configuration.batchSize ?? trainingCount)
    line.add("epochs", configuration.epochs)
    line.add("hidden", configuration.hidden)
    line.add("scalar", configuration.scalar.rawValue)
    line.add("seed", String(configuration.seed))
    line.add("threads", ThreadPool.threadCount)
    line.add("kernels", KernelSelection.current.chosen.rawValue)
    line.add("parameters", parameterCount)
    emit(
      line,
      """
      \(configuration.dataText): \(Format.count(Double(trainingCount))) examples to train on and \
      \(Format.count(Double(testCount))) to test with
      \(configuration.modelText): \(Format.count(Double(parameterCount))) parameters in \
      \(configuration.scalar.rawValue), \(configuration.optimizerName) at \(configuration.learningRate), \(batch)

      epoch  train loss  train acc  test loss  test acc  grad norm  images/s
      """)
  }

  mutating func show(_ event: TrainingEvent, epochs: Int) {
    switch event {
    case .step(let step):
      let done = Double(step.epoch - 1) + Double(step.step) / Double(step.stepCount)
      bar.draw(
        fraction: done / Double(epochs), "epoch \(step.epoch)/\(epochs)  loss \(Format.fixed(step.loss, 4))")
    case .epoch(let epoch):
      var line = JSONLine(event: "epoch")
      line.add("epoch", epoch.epoch)
      line.add("step", epoch.step)
      line.add("trainLoss", epoch.training.loss)
      line.add("trainAccuracy", epoch.training.accuracy)
      line.add("testLoss", epoch.validation?.loss)
      line.add("testAccuracy", epoch.validation?.accuracy)
      line.add("gradientNorm", epoch.gradientNorm)
      line.add("examplesPerSecond", epoch.examplesPerSecond)
      line.add("seconds", epoch.seconds)
      emit(line, Self.row(epoch))
    }
  }

  mutating func finish(test: Metrics, hash: String, steps: Int, seconds: Double) {
    var line = JSONLine(event: "finished")
    line.add("testAccuracy", test.accuracy)
    line.add("testLoss", test.loss)
    line.add("parametersHash", hash)
    line.add("steps", steps)
    line.add("seconds", seconds)
    emit(
      line,
      """

      Test accuracy \(Format.percent(test.accuracy)), loss \(Format.fixed(test.loss, 4)), after \
      \(Format.count(Double(steps))) steps in \(Format.fixed(seconds, 2)) s
      Parameters hash \(hash) (same seed, same bits)
      """)
  }

  /// Records that the run ended early; the sentence itself goes where errors go.
  mutating func fail(_ message: String) {
    var line = JSONLine(event: "failed")
    line.add("message", message)
    lines.append(line.text)
    bar.clear()
    if configuration.isJSON { say(line.text) }
  }

  /// Writes the record, if a folder was named.
  func save() throws {
    guard let path = recordPath else { return }
    try AtomicFile.write(lines.map { $0 + "\n" }.joined(), to: path)
  }

  private mutating func emit(_ line: JSONLine, _ text: String) {
    lines.append(line.text)
    bar.clear()
    say(configuration.isJSON ? line.text : text)
  }

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
