/// The cosine of the angle between the gradients of successive steps: near 1 steps go the same way and could be longer, below
/// 0 they go back and forth.
public struct GradientCosineMonitor: Monitor {
  public var name: String { "gradient-cosine" }

  /// The monitor.
  public init() {}

  /// The step before each one measured is wanted too, for its gradient.
  public func wants(step: Int, every interval: Int) -> Bool {
    step.isMultiple(of: interval) || (step + 1).isMultiple(of: interval)
  }

  public func measure<Goal: Objective, S: Scalar>(
    _ step: MonitoredStep<Goal, S>, state: inout MonitorState<S>
  ) -> [Measurement] {
    let gradient = step.gradient.values
    // With an interval of 1 the gradient of this step is the previous one of the next.
    defer { if (step.number + 1).isMultiple(of: step.interval) { state.vectors["previous"] = gradient } }
    guard step.number.isMultiple(of: step.interval), let previous = state.vectors["previous"] else { return [] }
    state.vectors["previous"] = nil
    let lengths = gradient.euclideanNorm.double * previous.euclideanNorm.double
    return [Measurement("gradientCosine", gradient.dot(previous).double / lengths)]
  }
}
