/// ‖Δw‖/‖w‖, how much a step changes the parameters: of all, and of each that is not zero.
///
/// About 1e-3 is healthy for weights; a rate far above makes training unstable, far below is slow.
public struct UpdateRatioMonitor: Monitor {
  public var name: String { "update-ratio" }

  /// The monitor.
  public init() {}

  public func measure<Goal: Objective, S: Scalar>(
    _ step: MonitoredStep<Goal, S>, state: inout MonitorState<S>
  ) -> [Measurement] {
    let update = step.update
    var result = [Measurement("updateRatio", update.norm / step.before.norm)]
    for (index, segment) in update.layout.segments.enumerated() {
      let norm = step.before[index].euclideanNorm.double
      // Biases often begin at zero, where a ratio says nothing.
      if norm > 0 {
        result.append(Measurement("updateRatio/\(segment.name)", update[index].euclideanNorm.double / norm))
      }
    }
    return result
  }
}
