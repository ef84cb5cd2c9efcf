/// The learning rate that an optimizer has on a problem, and where it is from.
public struct TunedLine: Codable, Hashable, Sendable {
  /// Where a learning rate is from.
  public enum Source: String, Codable, Sendable {
    /// The best of the trials.
    case search
    /// The settings.
    case given
    /// The optimizer's default.
    case `default`
  }

  /// The problem's name.
  public let problem: String
  /// The optimizer's label.
  public let optimizer: String
  /// The learning rate.
  public let learningRate: Double
  /// Where it is from.
  public let source: Source
  /// The number of the best trial.
  public let trial: Int?
}
