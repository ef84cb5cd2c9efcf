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
  static let options =
    [
      Option(
        "data", "NAME|PATH",
        "digits, mnist, fashion-mnist, text, a file, a folder, or a task: \(taskNames) (default digits)"),
      Option("model", "NAME[:KEY=VALUE,…]", "one of those that 'glissade models' lists (default: one for the data)"),
      Option("loss", "NAME", "cross-entropy or squared, for classes (default cross-entropy)"),
      Option("optimizer", "NAME", "one of those that 'glissade optimizers' lists (default adam)"),
      Option("set", "KEY=VALUE,…", "hyperparameters of the optimizer, as 'glissade optimizers NAME' lists them"),
      Option("learning-rate", "NUMBER", "size of a step (default: one that suits the optimizer here)"),
    ] + WrappingOptions.options + LengthOptions.options + [
      Option("hidden", "N", "units of the hidden layer of a perceptron (default 128)"),
      Option("scalar", "TYPE", "\(ScalarChoice.names.joined(separator: ", ")) (default float)"),
      Option("seed", "N", "seed of all random numbers (default 42)"),
      Option("threads", "N", "threads to compute with (default: GLISSADE_THREADS, else all cores)"),
    ] + MonitorOptions.options + RecordOptions.options + [
      Option(flag: "json", "print one JSON object a line")
    ]

  private static var taskNames: String { DataChoice.taskNames.joined(separator: ", ") }

  /// The data in words.
  let dataText: String
  let data: TrainingData
  /// The model in words.
  let modelText: String
  let model: any Layer
  /// Whether classifiers minimize squared differences from one-hot vectors, not the cross-entropy.
  let hasSquaredLoss: Bool
  let optimizerName: String
  /// What was said of the optimizer's hyperparameters, in words.
  let settings: String?
  let learningRate: Double
  let wrapping: WrappingOptions
  let length: LengthOptions
  let hidden: Int
  let scalar: ScalarChoice
  let seed: UInt64
  let monitoring: MonitorOptions
  let record: RecordOptions
  let isJSON: Bool
  let optimizer: any Optimizer

  init(_ options: ParsedOptions) throws {
    optimizerName = options.text("optimizer") ?? "adam"
    settings = options.text("set")
    wrapping = try WrappingOptions(options)
    length = try LengthOptions(options)
    hidden = try options.integer("hidden", default: 128, minimum: 1, maximum: 1_000_000)
    let scalarName = try options.choice("scalar", of: ScalarChoice.names, default: "float")
    scalar = ScalarChoice(rawValue: scalarName) ?? .float
    seed = try options.seed("seed", default: 42)
    let threads = try options.integer(
      "threads", default: ThreadPool.threadCount, minimum: 1, maximum: ThreadPool.maximumThreadCount)
    ThreadPool.threadCount = threads
    isJSON = options.has("json")
    record = try RecordOptions(options)
    monitoring = try MonitorOptions(options, logInterval: record.logInterval)
    let choice = try DataChoice(options.text("data") ?? "digits")
    dataText = choice.text
    data = try choice.load(seed: seed)
    modelText = options.text("model") ?? (data.standardModel == "mlp" ? "mlp:hidden=\(hidden)" : data.standardModel)
    hasSquaredLoss =
      try options.choice("loss", of: ["cross-entropy", "squared"], default: "cross-entropy") == "squared"
    model = try ModelChoice(modelText).make(for: data.task)
    var given = try options.settings("set")
    if dataText == "digits" { given.merge(DigitsSettings.standard(for: optimizerName)) { given, _ in given } }
    var rule = try OptimizerRegistry.standard.make(optimizerName, given)
    if let rate = try options.positiveNumber("learning-rate") { rule.learningRate = rate }
    learningRate = rule.learningRate
    optimizer = try wrapping.wrap(rule, stepCount: length.stepCount(exampleCount: data.counts.training))
  }

  /// What decides the bits of the run, and what is read off it: a run goes on only with the same.
  func describe(exampleCount: Int) -> JSONLine {
    var line = JSONLine()
    line.add("data", dataText)
    line.add("model", modelText)
    if hasSquaredLoss { line.add("loss", "squared") }
    line.add("optimizer", optimizerName)
    if let settings { line.add("set", settings) }
    line.add("learningRate", learningRate)
    wrapping.describe(in: &line)
    length.describe(in: &line, exampleCount: exampleCount)
    line.add("hidden", hidden)
    line.add("scalar", scalar.rawValue)
    line.add("seed", String(seed))
    monitoring.describe(in: &line)
    return line
  }
}
