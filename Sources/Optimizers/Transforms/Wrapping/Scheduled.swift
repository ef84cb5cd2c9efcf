/// Changes a hyperparameter from step to step: the value given to the rule times the schedule's factor.
public struct Scheduled<Base: Optimizer>: OptimizerWrapper {
  /// What steps with the scheduled value.
  public var base: Base
  /// The factor of each step.
  public var schedule: Schedule
  /// Which hyperparameter; the learning rate by default.
  public let hyperparameter: WritableKeyPath<Base, Double> & Sendable

  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    let rule = rule(at: state.step)
    state.step += 1
    rule.update(&parameters, along: &gradient, state: &state.inner[0])
  }

  public func currentLearningRate<S: Scalar>(_ state: OptimizerState<S>) -> Double {
    rule(at: state.step).currentLearningRate(state.inner[0])
  }

  /// What steps, with the value of a step.
  private func rule(at step: Int) -> Base {
    var rule = base
    rule[keyPath: hyperparameter] *= schedule.factor(at: step)
    return rule
  }
}

extension Optimizer {
  /// This optimizer with its learning rate multiplied by the schedule's factor of each step.
  public func scheduled(_ schedule: Schedule) -> Scheduled<Self> { scheduled(\.learningRate, schedule) }

  /// This optimizer with one of its hyperparameters multiplied by the schedule's factor of each step.
  public func scheduled(
    _ hyperparameter: WritableKeyPath<Self, Double> & Sendable, _ schedule: Schedule
  ) -> Scheduled<Self> {
    Scheduled(base: self, schedule: schedule, hyperparameter: hyperparameter)
  }
}
