/// The mean loss over some examples and, for classifiers, the share classified correctly.
public struct Metrics: Sendable, Equatable {
  /// The mean loss.
  public let loss: Double
  /// The share of examples classified correctly, nil where nothing is classified.
  public let accuracy: Double?

  struct Sums {
    private var loss = 0.0
    private var correct: Int?
    private var count = 0

    mutating func add(loss: Double, correctCount: Int?, count: Int) {
      self.loss += loss * Double(count)
      if let correctCount { correct = (correct ?? 0) + correctCount }
      self.count += count
    }

    var metrics: Metrics {
      let total = Double(count)
      return Metrics(loss: loss / total, accuracy: correct.map { Double($0) / total })
    }
  }
}

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
  /// The root mean square of the steps' gradient norms, before clipping.
  public let gradientNorm: Double
  /// How long the steps took, validation left out.
  public let seconds: Double
  /// Training examples per second.
  public let examplesPerSecond: Double
}

/// A step of an epoch, for progress.
public struct StepEvent: Sendable, Equatable {
  /// The number of the epoch, from 1.
  public let epoch: Int
  /// The number of the step in the epoch, from 1.
  public let step: Int
  /// The number of steps of the epoch.
  public let stepCount: Int
  /// The mean loss of the step's batch.
  public let loss: Double
}

/// What a trainer reports while it trains.
public enum TrainingEvent: Sendable {
  /// A step was taken.
  case step(StepEvent)
  /// An epoch ended.
  case epoch(EpochReport)
}
