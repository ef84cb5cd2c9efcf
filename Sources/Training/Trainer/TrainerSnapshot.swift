/// Everything that changes while a trainer trains: what to save in order to go on from there, bit for bit.
///
/// Random numbers need no place in it: they are keyed by seed, purpose and step.
public struct TrainerSnapshot<S: Scalar>: Sendable, Equatable {
  /// The parameters.
  public var parameters: ParameterVector<S>
  /// What the model's layers keep without training it.
  public var modelState: ModelState<S>
  /// The optimizer's state, with those of everything wrapped in it.
  public var state: OptimizerState<S>
  /// The number of steps taken.
  public var step: Int
  /// The number of epochs begun.
  public var epoch: Int
}

extension Trainer {
  /// The trainer as it is now; sharing memory with it until it takes another step.
  public var snapshot: TrainerSnapshot<S> {
    TrainerSnapshot(parameters: parameters, modelState: modelState, state: state, step: step, epoch: epoch)
  }

  /// Goes on from a snapshot of a trainer of the same model and optimizer; traps where the layouts differ.
  public mutating func restore(_ snapshot: TrainerSnapshot<S>) {
    parameters = snapshot.parameters.rebound(to: objective.layout)
    modelState = snapshot.modelState
    state = snapshot.state
    step = snapshot.step
    epoch = snapshot.epoch
  }
}
