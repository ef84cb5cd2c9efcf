/// Something that reads numbers off a training step without changing it.
///
/// ```swift
/// struct LargestGradient: Monitor {
///   var name: String { "largest-gradient" }
///   func measure<Goal: Objective, S: Scalar>(
///     _ step: MonitoredStep<Goal, S>, state: inout MonitorState<S>
///   ) -> [Measurement] {
///     [Measurement("largestGradient", step.gradient.values.largestMagnitude.double / step.lossScale)]
///   }
/// }
/// ```
/// A monitor is a value without state; what it has to remember from step to step is in a `MonitorState`, which is saved with
/// the run. What it measures may not depend on anything else, or a resumed run's record would differ; only throughput does.
public protocol Monitor: Sendable {
  /// The name under which it is chosen.
  var name: String { get }
  /// Whether it wants the activations of the step.
  var needsActivations: Bool { get }
  /// Whether it wants to see a step, by its number from 1, when its interval is so many steps: by default every so many.
  func wants(step: Int, every interval: Int) -> Bool
  /// Reads numbers off a step that has been taken.
  func measure<Goal: Objective, S: Scalar>(
    _ step: MonitoredStep<Goal, S>, state: inout MonitorState<S>
  ) -> [Measurement]
}

extension Monitor {
  public var needsActivations: Bool { false }

  public func wants(step: Int, every interval: Int) -> Bool { step.isMultiple(of: interval) }
}
