/// ‖w‖ of all parameters and of each, after the step.
public struct WeightNormMonitor: Monitor {
  public var name: String { "weight-norm" }

  /// The monitor.
  public init() {}

  public func measure<Goal: Objective, S: Scalar>(
    _ step: MonitoredStep<Goal, S>, state: inout MonitorState<S>
  ) -> [Measurement] {
    [Measurement("weightNorm", step.after.norm)] + step.after.norms(as: "weightNorm")
  }
}
