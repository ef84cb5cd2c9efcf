/// What identifies a run or a trial in a comparison.
public struct RunKey: Hashable, Sendable {
  /// The problem's name.
  public let problem: String
  /// The optimizer's label.
  public let optimizer: String
  /// The number of the seed, from 0.
  public let seedIndex: Int
  /// The number of the trial; nil for a reported run.
  public let trial: Int?
}
