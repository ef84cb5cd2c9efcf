/// The optimizer's learning rate at the step, after schedules, and the effective one: ‖Δw‖/‖g‖, how far a step really went
/// for the gradient that it was given.
public struct LearningRateMonitor: Monitor {
  public var name: String { "learning-rate" }

  /// The monitor.
  public init() {}

  public func measure<Goal: Objective, S: Scalar>(
    _ step: MonitoredStep<Goal, S>, state: inout MonitorState<S>
  ) -> [Measurement] {
    [
      Measurement("learningRate", step.learningRate),
      Measurement("effectiveLearningRate", step.updateNorm / step.gradientNorm),
    ]
  }
}
