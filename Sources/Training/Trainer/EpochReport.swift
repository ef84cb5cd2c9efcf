/// What an epoch came to.
public struct EpochReport: Sendable, Equatable {
  /// The number of the epoch, from 1.
  public let epoch: Int
  /// The number of steps taken since training began.
  public let step: Int
  /// Means over the epoch's batches, each before its step.
  public let training: Metrics
  /// On the validation examples after the epoch, if there are any.
  public let validation: Metrics?
  /// The root mean square of the steps' gradient norms, before clipping; of those that are finite.
  public let gradientNorm: Double
  /// How long the steps took, validation left out.
  public let seconds: Double
  /// Training examples per second.
  public let examplesPerSecond: Double
  /// Further metrics on the validation examples, where a run's monitors ask for them.
  public internal(set) var measurements: [Measurement] = []
  /// What the epoch gives cause to warn of.
  public internal(set) var warnings: [TrainingWarning] = []

  /// A report of the given figures.
  public init(
    epoch: Int, step: Int, training: Metrics, validation: Metrics?, gradientNorm: Double, seconds: Double,
    examplesPerSecond: Double
  ) {
    self.epoch = epoch
    self.step = step
    self.training = training
    self.validation = validation
    self.gradientNorm = gradientNorm
    self.seconds = seconds
    self.examplesPerSecond = examplesPerSecond
  }
}
