/// A run at one moment: all that is needed to go on with it, bit for bit.
///
/// ```swift
/// let folder = CheckpointFolder("digits/checkpoints", keep: 3)
/// try run.save(in: folder)
/// …
/// if let found = try folder.latest(Float.self, layout: run.trainer.objective.layout) { try run.restore(found.checkpoint) }
/// ```
/// Streams of random numbers are keyed by seed, purpose and step, so the counts say where they are; a schedule's position is the
/// step in the optimizer's state. Files are safetensors, whose tensors of parameters have the names that other frameworks see.
public struct Checkpoint<S: Scalar>: Sendable, Equatable {
  /// The trainer.
  public var trainer: TrainerSnapshot<S>
  /// The trainer after the best epoch, where early stopping is to restore it.
  public var best: TrainerSnapshot<S>?
  /// How far the run has come, within its epoch too.
  public var progress: TrainingProgress
  /// The epochs that are over.
  public var history: [EpochReport]
  /// The seed of all random numbers.
  public var seed: UInt64
  /// What the run was told, by name: a run that was told otherwise does not go on from here.
  public var configuration: [String: String]
  /// How long each file of the run's record was, by name.
  public var logPositions: [String: Int]
  /// Of the checkpoints saved so far, the one of the best epoch.
  public var bestSaved: BestCheckpoint?
  var monitorStates: [MonitorState<S>]
  var warningRecords: WarningRecords
}

extension TrainingRun {
  /// The run as it is between two events.
  ///
  /// `configuration` is what the run was told, to be compared when it goes on; `logPositions` how long its record is.
  public func checkpoint(
    configuration: [String: String] = [:], logPositions: [String: Int] = [:]
  ) -> Checkpoint<S> {
    Checkpoint(
      trainer: trainer.snapshot, best: best, progress: progress, history: history, seed: trainer.seed,
      configuration: configuration, logPositions: logPositions, bestSaved: bestSaved, monitorStates: monitorStates,
      warningRecords: warningRecords)
  }

  /// Goes on from a checkpoint; throws a sentence where it is of another model, optimizer, seed or set of monitors.
  public mutating func restore(_ checkpoint: Checkpoint<S>) throws {
    guard checkpoint.seed == trainer.seed else {
      throw CheckpointError.otherRun("it has seed \(checkpoint.seed), this run \(trainer.seed)")
    }
    guard checkpoint.monitorStates.count == monitorStates.count,
      checkpoint.warningRecords.records.count == warningRecords.records.count
    else { throw CheckpointError.otherRun("it has other monitors") }
    for snapshot in [checkpoint.trainer, checkpoint.best].compactMap(\.self) { try check(snapshot) }
    trainer.restore(checkpoint.trainer)
    best = checkpoint.best
    progress = checkpoint.progress
    history = checkpoint.history
    bestSaved = checkpoint.bestSaved
    monitorStates = checkpoint.monitorStates
    warningRecords = checkpoint.warningRecords
    forgetOrder()
  }

  /// Throws where a snapshot does not suit the model and the optimizer.
  private func check(_ snapshot: TrainerSnapshot<S>) throws {
    guard snapshot.parameters.layout == trainer.objective.layout else {
      throw CheckpointError.otherRun("its parameters are not those of the model")
    }
    let state = ModelState<S>(trainer.objective.layout)
    guard snapshot.modelState.names == state.names,
      snapshot.modelState.tensors.map(\.shape) == state.tensors.map(\.shape)
    else { throw CheckpointError.otherRun("its state is not that of the model's layers") }
    guard snapshot.state.suits(trainer.optimizer.initialState(for: snapshot.parameters)) else {
      throw CheckpointError.otherRun("its state is not that of the optimizer")
    }
  }
}

extension OptimizerState {
  /// Whether this can be a later state of an optimizer that begins with another: there may be more slots, not less.
  fileprivate func suits(_ initial: OptimizerState) -> Bool {
    slots.count == slotNames.count && slots.count >= initial.slots.count && inner.count == initial.inner.count
      && zip(slotNames, initial.slotNames).allSatisfy(==)
      && zip(slots, initial.slots).allSatisfy { $0.shape == $1.shape }
      && zip(inner, initial.inner).allSatisfy { $0.suits($1) }
  }
}
