import Glissade

/// `glissade train`: trains a model on data, by default a perceptron on the embedded digits.
enum TrainCommand: Command {
  static let name = "train"
  static let summary = "Trains a model on data, by default a network that reads handwritten digits."
  static var options: [Option] { TrainConfiguration.options }

  static func run(_ options: ParsedOptions) throws -> Int32 {
    let configuration = try TrainConfiguration(options)
    return switch configuration.scalar {
    case .float: try train(configuration, Float.self, configuration.optimizer, model: configuration.model)
    case .double: try train(configuration, Double.self, configuration.optimizer, model: configuration.model)
    case .bfloat16: try train(configuration, BFloat16.self, configuration.optimizer, model: configuration.model)
    #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
      case .float16: try train(configuration, Float16.self, configuration.optimizer, model: configuration.model)
    #endif
    }
  }

  private static func train<S: Scalar>(
    _ configuration: TrainConfiguration, _ scalar: S.Type, _ optimizer: some Optimizer, model: some Layer
  ) throws -> Int32 {
    switch configuration.data {
    case .labeled(let training, let test):
      try train(
        configuration, scalar, optimizer,
        Classifier(model, loss: configuration.hasSquaredLoss ? .squared : .crossEntropy), training, test)
    case .targets(let training, let test):
      try train(configuration, scalar, optimizer, Regressor(model), training, test)
    case .windows(let training, let test):
      try train(configuration, scalar, optimizer, TokenPredictor(model), training, test)
    case .sequences(let training, let test):
      try train(configuration, scalar, optimizer, TokenPredictor(model, countsCorrect: true), training, test)
    }
  }

  private static func train<Goal: Objective, S: Scalar>(
    _ configuration: TrainConfiguration, _ scalar: S.Type, _ optimizer: some Optimizer, _ objective: Goal,
    _ training: Goal.Examples, _ test: Goal.Examples
  ) throws -> Int32 {
    let trainer = Trainer(objective, optimizer: optimizer, scalar: S.self, seed: configuration.seed)
    var session = try TrainSession(configuration, trainer, training: training, test: test)
    return try session.train()
  }
}
