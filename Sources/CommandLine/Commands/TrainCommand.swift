import Foundation
import Glissade

/// `glissade train`: trains a network on the embedded digits.
enum TrainCommand: Command {
  static let name = "train"
  static let summary = "Trains a network to read handwritten digits."
  static var options: [Option] {
    [
      Option("optimizer", "NAME", "one of those that 'glissade optimizers' lists (default adam)"),
      Option("set", "KEY=VALUE,…", "hyperparameters of the optimizer, as 'glissade optimizers NAME' lists them"),
      Option("learning-rate", "NUMBER", "size of a step (default: one that suits the optimizer here)"),
      Option("schedule", "NAME", "what 'glissade schedule' takes, such as 'warmup:steps=50 cosine' (default constant)"),
      Option("clip", "NORM", "largest norm of the gradient (default: not clipped)"),
      Option("batch-size", "N|full", "examples a step (default 32); 1 is stochastic, full is all of them"),
      Option("epochs", "N", "passes over the training images (default 30)"),
      Option("hidden", "N", "units of the hidden layer (default 128)"),
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

  private static func train<S: Scalar>(
    _ configuration: TrainConfiguration, _ scalar: S.Type, optimizer: some Optimizer
  ) throws {
    let digits = try Digits.load()
    let model = Sequential {
      Dense(64, configuration.hidden)
      ReLU()
      Dense(configuration.hidden, 10, initializer: .glorot)
    }
    var output = TrainOutput(configuration, training: digits.training.count, test: digits.test.count)
    try output.prepare()
    let start = ContinuousClock.now
    var trainer = Trainer(
      Classifier(model), optimizer: optimizer, scalar: S.self, seed: configuration.seed)
    output.begin(parameterCount: trainer.parameters.layout.count)
    do {
      try trainer.fit(
        digits.training, validation: digits.test, epochs: configuration.epochs, batchSize: configuration.batchSize
      ) { output.show($0, epochs: configuration.epochs) }
    } catch {
      output.fail("\(error)")
      try output.save()
      throw error
    }
    let seconds = start.duration(to: .now) / .seconds(1)
    output.finish(
      test: trainer.evaluate(digits.test), hash: trainer.parameters.bitHash, steps: trainer.step, seconds: seconds)
    try output.save()
  }
}
