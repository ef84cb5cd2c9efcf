/// The last line.
public struct FinishedLine: Codable, Hashable, Sendable {
  /// The number of runs.
  public let runs: Int
  /// The number of runs of the search.
  public let trials: Int
  /// The processor's time of all of them.
  public let seconds: Double
}
