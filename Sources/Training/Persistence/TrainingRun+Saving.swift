extension TrainingRun {
  /// What was saved.
  public struct Saved: Sendable, Hashable {
    /// The file.
    public let path: String
    /// The number of steps taken.
    public let step: Int
    /// Whether it is of the best epoch so far.
    public let isBest: Bool
  }

  /// Saves the run as it is in a folder, which keeps the last checkpoints and the one of the best epoch.
  ///
  /// The best is by the metric of early stopping, else by the validation loss, or the training loss without validation. Throws
  /// an `OutputError` where nothing can be written; what was saved before stays.
  @discardableResult
  public mutating func save(
    in folder: CheckpointFolder, configuration: [String: String] = [:], logPositions: [String: Int] = [:]
  ) throws -> Saved {
    let before = bestSaved
    let isBest = isAtBestEpoch
    if isBest, let cost = lastCost { bestSaved = BestCheckpoint(step: trainer.step, cost: cost) }
    do {
      let path = try folder.save(checkpoint(configuration: configuration, logPositions: logPositions))
      return Saved(path: path, step: trainer.step, isBest: isBest)
    } catch {
      bestSaved = before
      throw error
    }
  }

  /// Whether an epoch has just ended that is better than all that were saved.
  public var isAtBestEpoch: Bool {
    guard progress.current == nil, let cost = lastCost else { return false }
    return cost < bestSaved?.cost ?? .infinity
  }

  /// How good the last epoch was: less is better.
  private var lastCost: Double? {
    let metric = plan.earlyStopping?.metric ?? (validation == nil ? .trainingLoss : .validationLoss)
    return history.last.flatMap { metric.cost(of: $0) }
  }
}

/// Of the checkpoints saved so far, the one of the best epoch.
public struct BestCheckpoint: Sendable, Hashable {
  /// The number of steps taken.
  public let step: Int
  /// The epoch's metric, with its sign turned where more is better.
  public let cost: Double
}
