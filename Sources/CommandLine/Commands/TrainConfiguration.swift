import Glissade

/// The scalar types that the command line offers.
enum ScalarChoice: String, CaseIterable {
  case float, double
  #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
    case float16
  #endif
  case bfloat16

  static var names: [String] { allCases.map(\.rawValue) }
}

/// What a command line says about a training run.
struct TrainConfiguration {
  let dataText: String
  let data: TrainingData
  let modelText: String
  let model: any Layer
  let optimizerName: String
  /// What was said of the optimizer's hyperparameters, in words.
  let settings: String?
  let learningRate: Double
  /// The schedule in words.
  let schedule: String
  let clip: Double?
  /// Examples a step, nil for all.
  let batchSize: Int?
  let epochs: Int
  /// The number of steps, where it is given in place of epochs.
  let steps: Int?
  let hidden: Int
  let scalar: ScalarChoice
  let seed: UInt64
  let isJSON: Bool
  let outputFolder: String?
  let optimizer: any Optimizer

  init(_ options: ParsedOptions) throws {
    optimizerName = options.text("optimizer") ?? "adam"
    settings = options.text("set")
    schedule = options.text("schedule") ?? "constant"
    clip = try options.positiveNumber("clip")
    if options.text("batch-size") == "full" {
      batchSize = nil
    } else {
      batchSize = try options.integer("batch-size", default: 32, minimum: 1)
    }
    if options.text("steps") != nil {
      guard options.text("epochs") == nil else { throw UsageError("--epochs and --steps exclude one another.") }
      steps = try options.integer("steps", default: 0, minimum: 1)
      epochs = 1
    } else {
      steps = nil
      epochs = try options.integer("epochs", default: 30, minimum: 0)
    }
    hidden = try options.integer("hidden", default: 128, minimum: 1, maximum: 1_000_000)
    let scalarName = try options.choice("scalar", of: ScalarChoice.names, default: "float")
    scalar = ScalarChoice(rawValue: scalarName) ?? .float
    seed = try options.seed("seed", default: 42)
    let threads = try options.integer(
      "threads", default: ThreadPool.threadCount, minimum: 1, maximum: ThreadPool.maximumThreadCount)
    ThreadPool.threadCount = threads
    isJSON = options.has("json")
    outputFolder = options.text("output")
    if outputFolder == "" { throw UsageError("--output takes the path of a folder, not an empty text.") }
    let choice = try DataChoice(options.text("data") ?? "digits")
    dataText = choice.text
    data = try choice.load(seed: seed)
    modelText = options.text("model") ?? (data.standardModel == "mlp" ? "mlp:hidden=\(hidden)" : data.standardModel)
    model = try ModelChoice(modelText).make(for: data.task)
    let exampleCount = data.counts.training
    let stepCount = steps ?? epochs * (batchSize.map { (exampleCount + $0 - 1) / $0 } ?? 1)
    var given = try options.settings("set")
    if dataText == "digits" { given.merge(DigitsSettings.standard(for: optimizerName)) { given, _ in given } }
    var rule = try OptimizerRegistry.standard.make(optimizerName, given)
    if let rate = try options.positiveNumber("learning-rate") { rule.learningRate = rate }
    learningRate = rule.learningRate
    optimizer = Self.compose(
      rule, clip, try ScheduleRegistry.make(schedule.split(separator: " ").map(String.init), steps: stepCount))
  }

  /// The order of so many examples: by steps, drawn at random; else new in each epoch.
  func order(of count: Int) -> ExampleOrder {
    guard let steps else { return .shuffledEachEpoch }
    let stream = RandomStream(seed: seed, purpose: .shuffling, index: 0)
    return .fixed((0..<steps * (batchSize ?? count)).map { stream.integer(at: $0, below: count) })
  }

  private static func compose(_ rule: some Optimizer, _ clip: Double?, _ schedule: Schedule) -> any Optimizer {
    guard let clip else { return rule.scheduled(schedule) }
    return rule.scheduled(schedule).clipped(toGlobalNorm: clip)
  }
}
