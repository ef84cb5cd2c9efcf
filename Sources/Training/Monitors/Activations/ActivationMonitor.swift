/// Mean and deviation of what each operation of the forward pass gives, and the fraction of dead units of each rectifier.
public struct ActivationMonitor: Monitor {
  public var name: String { "activations" }
  public var needsActivations: Bool { true }

  /// The monitor.
  public init() {}

  public func measure<Goal: Objective, S: Scalar>(
    _ step: MonitoredStep<Goal, S>, state: inout MonitorState<S>
  ) -> [Measurement] {
    step.activations.flatMap { activation in
      [
        Measurement("activationMean/\(activation.label)", activation.mean),
        Measurement("activationDeviation/\(activation.label)", activation.deviation),
      ] + (activation.deadFraction.map { [Measurement("deadUnits/\(activation.label)", $0)] } ?? [])
    }
  }
}
