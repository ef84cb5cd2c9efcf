/// Ends a run when a metric has not become better for some epochs, and goes back to the best.
///
/// Prechelt 1998 (doi:10.1007/3-540-49430-8_3). A metric that is NaN is never better.
public struct EarlyStopping: Sendable, Hashable {
  /// What is watched.
  public enum Metric: String, Sendable, CaseIterable {
    /// The loss on the validation examples; less is better.
    case validationLoss = "validation-loss"
    /// The share of validation examples classified correctly; more is better.
    case validationAccuracy = "validation-accuracy"
    /// The mean loss of the epoch's batches; less is better.
    case trainingLoss = "training-loss"

    /// Whether it takes validation examples.
    public var isOfValidation: Bool { self != .trainingLoss }

    /// The metric of an epoch, with its sign turned where more is better; nil where the epoch has none.
    public func cost(of epoch: EpochReport) -> Double? {
      switch self {
      case .validationLoss: epoch.validation?.loss
      case .validationAccuracy: epoch.validation?.accuracy.map { -$0 }
      case .trainingLoss: epoch.training.loss
      }
    }
  }

  /// What is watched (the validation loss).
  public var metric: Metric
  /// How many epochs in a row may be no better than the best (10); the next one like that is the last.
  public var patience: Int
  /// By how much an epoch must be better (0).
  public var smallestImprovement: Double
  /// Whether the run ends at its best epoch, parameters and state alike (true), not at its last.
  public var restoresBest: Bool

  /// Early stopping on the validation loss, unless told otherwise.
  public init(
    _ metric: Metric = .validationLoss, patience: Int = 10, smallestImprovement: Double = 0, restoresBest: Bool = true
  ) {
    require(patience >= 0, "patience is zero epochs or more, not \(patience)")
    self.metric = metric
    self.patience = patience
    self.smallestImprovement = smallestImprovement
    self.restoresBest = restoresBest
  }

  /// What has been seen.
  public struct Record: Sendable, Hashable {
    /// The best epoch, nil before the first.
    public internal(set) var bestEpoch: Int?
    /// Its cost: the metric, with its sign turned where more is better.
    public internal(set) var bestCost = Double.infinity
    /// Epochs in a row that were no better.
    public internal(set) var waited = 0

    /// Nothing seen.
    public init() {}
  }

  /// Records an epoch; whether it is the best so far.
  public func record(_ epoch: EpochReport, in record: inout Record) -> Bool {
    guard let cost = metric.cost(of: epoch), cost < record.bestCost - smallestImprovement else {
      record.waited += 1
      return false
    }
    record.bestEpoch = epoch.epoch
    record.bestCost = cost
    record.waited = 0
    return true
  }

  /// Whether the last epoch recorded was one too many.
  public func isOver(_ record: Record) -> Bool { record.waited > patience }
}
