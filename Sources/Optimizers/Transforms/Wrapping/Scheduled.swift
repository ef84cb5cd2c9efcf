/// Changes a hyperparameter from step to step: the value given to the rule times the schedule's factor.
public struct Scheduled<Base: Optimizer>: OptimizerWrapper {
  /// What steps with the scheduled value.
  public var base: Base
  /// The factor of each step.
  public var schedule: Schedule
  /// Which hyperparameter; nil for the learning rate, with those that go along with it.
  public let hyperparameter: (WritableKeyPath<Base, Double> & Sendable)?

  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    var rule = base
    let factor = schedule.factor(at: state.step)
    if let hyperparameter { rule[keyPath: hyperparameter] *= factor } else { rule.scaleLearningRates(by: factor) }
    state.step += 1
    rule.update(&parameters, along: &gradient, state: &state.inner[0])
  }
}

extension Optimizer {
  /// This optimizer with its learning rates multiplied by the schedule's factor of each step: those of groups, and of the
  /// Adam in Muon, too.
  public func scheduled(_ schedule: Schedule) -> Scheduled<Self> {
    Scheduled(base: self, schedule: schedule, hyperparameter: nil)
  }

  /// This optimizer with one of its hyperparameters, and no other, multiplied by the schedule's factor of each step.
  public func scheduled(
    _ hyperparameter: WritableKeyPath<Self, Double> & Sendable, _ schedule: Schedule
  ) -> Scheduled<Self> {
    Scheduled(base: self, schedule: schedule, hyperparameter: hyperparameter)
  }
}
