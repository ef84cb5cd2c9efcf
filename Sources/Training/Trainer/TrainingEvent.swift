/// A step of an epoch, for progress.
public struct StepEvent: Sendable, Equatable {
  /// The number of the epoch, from 1.
  public let epoch: Int
  /// The number of the step in the epoch, from 1.
  public let step: Int
  /// The number of steps of the epoch.
  public let stepCount: Int
  /// The number of steps taken since training began, this one included.
  public let totalSteps: Int
  /// The mean loss of the step's batch.
  public let loss: Double
  /// The Euclidean norm of the gradient, before any clipping.
  public let gradientNorm: Double
  /// What monitors read off the step.
  public internal(set) var measurements: [Measurement] = []
  /// What the step gives cause to warn of.
  public internal(set) var warnings: [TrainingWarning] = []
}

/// What a trainer reports while it trains.
public enum TrainingEvent: Sendable {
  /// A step was taken.
  case step(StepEvent)
  /// An epoch ended.
  case epoch(EpochReport)
}
