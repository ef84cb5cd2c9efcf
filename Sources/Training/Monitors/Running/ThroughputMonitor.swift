/// Examples and steps a second, and the memory of the process and of the tensors of a pass.
public struct ThroughputMonitor: Monitor {
  public var name: String { "throughput" }

  /// The monitor.
  public init() {}

  public func measure<Goal: Objective, S: Scalar>(
    _ step: MonitoredStep<Goal, S>, state: inout MonitorState<S>
  ) -> [Measurement] {
    let seconds = max(step.seconds, 1e-9)
    var result = [
      Measurement("examplesPerSecond", Double(step.exampleCount) / seconds),
      Measurement("stepsPerSecond", 1 / seconds), Measurement("tensorBytes", Double(step.poolBytes)),
    ]
    if let bytes = ProcessMemory.largestBytes { result.append(Measurement("largestProcessBytes", Double(bytes))) }
    return result
  }
}
