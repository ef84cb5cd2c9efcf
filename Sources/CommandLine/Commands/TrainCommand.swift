import Foundation
import Glissade

/// `glissade train`: trains a model on data, by default a perceptron on the embedded digits.
enum TrainCommand: Command {
  static let name = "train"
  static let summary = "Trains a model on data, by default a network that reads handwritten digits."
  static var options: [Option] {
    [
      Option(
        "data", "NAME|PATH",
        "digits, mnist, fashion-mnist, text, a file, a folder, or a task: \(taskNames) (default digits)"),
      Option("model", "NAME[:KEY=VALUE,…]", "one of those that 'glissade models' lists (default: one for the data)"),
      Option("optimizer", "NAME", "one of those that 'glissade optimizers' lists (default adam)"),
      Option("set", "KEY=VALUE,…", "hyperparameters of the optimizer, as 'glissade optimizers NAME' lists them"),
      Option("learning-rate", "NUMBER", "size of a step (default: one that suits the optimizer here)"),
      Option("schedule", "NAME", "what 'glissade schedule' takes, such as 'warmup:steps=50 cosine' (default constant)"),
      Option("clip", "NORM", "largest norm of the gradient (default: not clipped)"),
      Option("batch-size", "N|full", "examples a step (default 32); 1 is stochastic, full is all of them"),
      Option("epochs", "N", "passes over the training examples (default 30)"),
      Option("steps", "N", "steps to take, in place of --epochs"),
      Option("hidden", "N", "units of the hidden layer of a perceptron (default 128)"),
      Option("scalar", "TYPE", "\(ScalarChoice.names.joined(separator: ", ")) (default float)"),
      Option("seed", "N", "seed of all random numbers (default 42)"),
      Option("threads", "N", "threads to compute with (default: GLISSADE_THREADS, else all cores)"),
      Option("output", "DIR", "folder for events.jsonl, the record of the run"),
      Option(flag: "json", "print one JSON object a line"),
    ]
  }

  static func run(_ options: ParsedOptions) throws -> Int32 {
    let configuration = try TrainConfiguration(options)
    switch configuration.scalar {
    case .float: try train(configuration, Float.self)
    case .double: try train(configuration, Double.self)
    case .bfloat16: try train(configuration, BFloat16.self)
    #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
      case .float16: try train(configuration, Float16.self)
    #endif
    }
    return 0
  }

  private static func train<S: Scalar>(_ configuration: TrainConfiguration, _ scalar: S.Type) throws {
    try train(configuration, scalar, optimizer: configuration.optimizer)
  }

  private static var taskNames: String { DataChoice.tasks.map(\.name).joined(separator: ", ") }

  private static func train<S: Scalar>(
    _ configuration: TrainConfiguration, _ scalar: S.Type, optimizer: some Optimizer
  ) throws {
    try train(configuration, scalar, optimizer, model: configuration.model)
  }

  private static func train<S: Scalar>(
    _ configuration: TrainConfiguration, _ scalar: S.Type, _ optimizer: some Optimizer, model: some Layer
  ) throws {
    switch configuration.data {
    case .labeled(let training, let test):
      try fit(configuration, scalar, optimizer, Classifier(model), training, test)
    case .targets(let training, let test):
      try fit(configuration, scalar, optimizer, Regressor(model), training, test)
    case .windows(let training, let test):
      try fit(configuration, scalar, optimizer, TokenPredictor(model), training, test)
    case .sequences(let training, let test):
      try fit(configuration, scalar, optimizer, TokenPredictor(model, countsCorrect: true), training, test)
    }
  }

  private static func fit<Goal: Objective, S: Scalar>(
    _ configuration: TrainConfiguration, _ scalar: S.Type, _ optimizer: some Optimizer, _ objective: Goal,
    _ training: Goal.Examples, _ test: Goal.Examples
  ) throws {
    var output = TrainOutput(configuration, training: training.count, test: test.count)
    try output.prepare()
    let start = ContinuousClock.now
    var trainer = Trainer(objective, optimizer: optimizer, scalar: S.self, seed: configuration.seed)
    output.begin(parameterCount: trainer.parameters.layout.count)
    do {
      try trainer.fit(
        training, validation: test, epochs: configuration.epochs, batchSize: configuration.batchSize,
        order: configuration.order(of: training.count)
      ) { output.show($0, epochs: configuration.epochs) }
    } catch {
      output.fail("\(error)")
      try output.save()
      throw error
    }
    let seconds = start.duration(to: .now) / .seconds(1)
    output.finish(
      test: trainer.evaluate(test), hash: trainer.parameters.bitHash, steps: trainer.step, seconds: seconds)
    try output.save()
  }
}
