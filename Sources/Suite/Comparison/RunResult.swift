/// What one run came to.
public struct RunResult: Codable, Hashable, Sendable {
  /// How a run ended.
  public enum Outcome: String, Codable, Sendable {
    /// It took all of its steps.
    case finished
    /// A loss, a gradient or a value was infinite or NaN.
    case diverged
  }

  /// How it ended.
  public var outcome = Outcome.finished
  /// Steps taken.
  public var steps = 0
  /// The last measured value; nil if it diverged.
  public var final: Double?
  /// The least measured value.
  public var best: Double?
  /// After how many steps it was.
  public var bestStep: Int?
  /// Steps until a measured value was at most the target.
  public var stepsToTarget: Int?
  /// The processor's time of these steps.
  public var secondsToTarget: Double?
  /// The processor's time of all steps, measuring left out.
  public var seconds = 0.0
  /// A hash of the last parameters.
  public var parametersHash = ""

  /// The last value, infinite if the run diverged.
  public var finalOrInfinity: Double { final ?? .infinity }
  /// The least value, infinite if there is none.
  public var bestOrInfinity: Double { best ?? .infinity }
  /// The steps to the target, infinite if it was missed.
  public var stepsToTargetOrInfinity: Double { stepsToTarget.map { Double($0) } ?? .infinity }
  /// The time to the target, infinite if it was missed.
  public var secondsToTargetOrInfinity: Double { secondsToTarget ?? .infinity }
}
