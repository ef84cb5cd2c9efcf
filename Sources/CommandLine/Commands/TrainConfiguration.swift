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

/// The schedules that the command line offers.
enum ScheduleChoice: String, CaseIterable {
  case constant, step, cosine

  static var names: [String] { allCases.map(\.rawValue) }

  /// The factor of each of so many steps: `step` divides by ten after each third of them.
  func schedule(steps: Int) -> Schedule {
    switch self {
    case .constant: .constant()
    case .step: .stepDecay(every: max((steps + 2) / 3, 1), by: 0.1)
    case .cosine: .cosine(steps: max(steps, 1))
    }
  }
}

/// The optimizers that the command line offers, each with the learning rate that it gets by default on the digits.
struct OptimizerChoice {
  let name: String
  let learningRate: Double
  let make: @Sendable (_ learningRate: Double) -> any Optimizer

  static let all: [OptimizerChoice] = [
    OptimizerChoice(name: "adam", learningRate: 3e-3) { Adam(learningRate: $0) },
    OptimizerChoice(name: "adamw", learningRate: 3e-3) { AdamW(learningRate: $0) },
    OptimizerChoice(name: "gradient-descent", learningRate: 0.1) { GradientDescent(learningRate: $0) },
    OptimizerChoice(name: "sgd", learningRate: 0.1) { SGD(learningRate: $0) },
    OptimizerChoice(name: "momentum", learningRate: 0.02) { SGD(learningRate: $0, momentum: 0.9) },
    OptimizerChoice(name: "nesterov", learningRate: 0.02) { SGD(learningRate: $0, momentum: 0.9, nesterov: true) },
    OptimizerChoice(name: "rmsprop", learningRate: 1e-3) { RMSprop(learningRate: $0) },
  ]

  static var names: [String] { all.map(\.name) }
}

/// What a command line says about a training run.
struct TrainConfiguration {
  let optimizerName: String
  let learningRate: Double
  let schedule: ScheduleChoice
  let clip: Double?
  /// Examples a step, nil for all.
  let batchSize: Int?
  let epochs: Int
  let hidden: Int
  let scalar: ScalarChoice
  let seed: UInt64
  let isJSON: Bool
  let outputFolder: String?
  let optimizer: any Optimizer

  init(_ options: ParsedOptions) throws {
    let name = try options.choice("optimizer", of: OptimizerChoice.names, default: "adam")
    guard let choice = OptimizerChoice.all.first(where: { $0.name == name }) else {
      throw UsageError("--optimizer is one of \(OptimizerChoice.names.joined(separator: ", ")), not '\(name)'.")
    }
    optimizerName = name
    learningRate = try options.positiveNumber("learning-rate") ?? choice.learningRate
    let scheduleName = try options.choice("schedule", of: ScheduleChoice.names, default: "constant")
    schedule = ScheduleChoice(rawValue: scheduleName) ?? .constant
    clip = try options.positiveNumber("clip")
    if options.text("batch-size") == "full" {
      batchSize = nil
    } else {
      batchSize = try options.integer("batch-size", default: 32, minimum: 1)
    }
    epochs = try options.integer("epochs", default: 30, minimum: 0)
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
    let steps = epochs * (batchSize.map { (Digits.trainingCount + $0 - 1) / $0 } ?? 1)
    optimizer = Self.compose(choice.make(learningRate), clip, schedule, steps: steps)
  }

  private static func compose(
    _ rule: some Optimizer, _ clip: Double?, _ schedule: ScheduleChoice, steps: Int
  ) -> any Optimizer {
    let scheduled: any Optimizer = schedule == .constant ? rule : rule.scheduled(schedule.schedule(steps: steps))
    guard let clip else { return scheduled }
    return Self.clipped(scheduled, clip)
  }

  private static func clipped(_ rule: some Optimizer, _ bound: Double) -> any Optimizer {
    rule.clipped(toGlobalNorm: bound)
  }
}
