/// ‖g‖ of the whole gradient and of each parameter's, before clipping.
public struct GradientNormMonitor: Monitor {
  public var name: String { "gradient-norm" }

  /// The monitor.
  public init() {}

  public func measure<Goal: Objective, S: Scalar>(
    _ step: MonitoredStep<Goal, S>, state: inout MonitorState<S>
  ) -> [Measurement] {
    [Measurement("gradientNorm", step.gradientNorm)]
      + step.gradient.norms(as: "gradientNorm", dividedBy: step.lossScale)
  }
}
