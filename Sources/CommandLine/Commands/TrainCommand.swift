import Glissade

/// `glissade train`: trains a network on the embedded digits.
enum TrainCommand: Command {
  static let name = "train"
  static let summary = "Trains a network to read handwritten digits."
  static var options: [Option] { TrainConfiguration.options }

  static func run(_ options: ParsedOptions) throws -> Int32 {
    let configuration = try TrainConfiguration(options)
    return switch configuration.scalar {
    case .float: try train(configuration, Float.self)
    case .double: try train(configuration, Double.self)
    case .bfloat16: try train(configuration, BFloat16.self)
    #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
      case .float16: try train(configuration, Float16.self)
    #endif
    }
  }

  private static func train<S: Scalar>(_ configuration: TrainConfiguration, _ scalar: S.Type) throws -> Int32 {
    try train(configuration, scalar, optimizer: configuration.optimizer)
  }

  private static func train<S: Scalar>(
    _ configuration: TrainConfiguration, _ scalar: S.Type, optimizer: some Optimizer
  ) throws -> Int32 {
    let digits = try Digits.load()
    let model = Sequential {
      Dense(64, configuration.hidden)
      ReLU()
      Dense(configuration.hidden, 10, initializer: .glorot)
    }
    let trainer = Trainer(Classifier(model), optimizer: optimizer, scalar: S.self, seed: configuration.seed)
    var session = try TrainSession(
      configuration, trainer, training: digits.training, test: digits.test)
    return try session.train()
  }
}
