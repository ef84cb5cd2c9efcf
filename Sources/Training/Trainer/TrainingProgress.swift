/// How far a run has come: with the trainer's snapshot, all that is needed to go on with it.
public struct TrainingProgress: Sendable, Equatable {
  /// The number of steps that the trainer had taken when the run began.
  public internal(set) var startStep: Int
  /// The number of epochs that the trainer had begun when the run began.
  public internal(set) var startEpoch: Int
  /// The epoch under way, nil between epochs.
  public internal(set) var current: Epoch?
  /// What early stopping has seen.
  public internal(set) var stopping = EarlyStopping.Record()
  /// Why the run is over, nil while it is not.
  public internal(set) var end: End?

  /// An epoch under way.
  public struct Epoch: Sendable, Equatable {
    /// The number of batches that it has come to.
    public internal(set) var batch = 0
    /// Sums over them.
    var sums = Metrics.Sums()
    /// Σ ‖g‖² over those whose gradient was finite; others are left out by optimizers that cope with them.
    var squaredNorms = 0.0
    /// The number of these.
    var normCount = 0
    /// How long their steps took.
    var seconds = 0.0
  }

  /// Why a run is over.
  public enum End: String, Sendable {
    /// It has its length.
    case completed
    /// Nothing got better.
    case stoppedEarly = "stopped-early"
    /// Its owner ended it.
    case stopped
  }

  /// A run that begins at a trainer's counts.
  init(step: Int, epoch: Int) {
    startStep = step
    startEpoch = epoch
  }
}
