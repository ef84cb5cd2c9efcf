/// What kind of pass a tape records: layers such as dropout act differently while training.
public struct Pass: Sendable, Equatable {
  /// Whether the model is being trained, not evaluated.
  public var isTraining: Bool
  /// The seed of this run's random numbers.
  public var seed: UInt64
  /// The number of the training step, from 0; with the seed it decides the random numbers of the pass.
  public var step: Int

  /// A pass of the given kind.
  public init(isTraining: Bool, seed: UInt64 = 0, step: Int = 0) {
    self.isTraining = isTraining
    self.seed = seed
    self.step = step
  }

  /// A pass that evaluates a model: nothing random happens.
  public static var evaluation: Pass { Pass(isTraining: false) }

  /// A pass that trains a model.
  public static func training(seed: UInt64, step: Int) -> Pass { Pass(isTraining: true, seed: seed, step: step) }
}
