/// The performance profile of an optimizer over all problems.
public struct ProfileLine: Codable, Hashable, Sendable {
  /// What is compared: `stepsToTarget` or `secondsToTarget`.
  public let quantity: String
  /// The optimizer's label.
  public let optimizer: String
  /// The number of problems.
  public let problems: Int
  /// The largest ratio.
  public let limit: Double
  /// The mean of the profile from 1 to the largest ratio.
  public let score: Double
  /// The ratios at which the profile rises.
  public let ratio: [Double]
  /// How high it is from each of them.
  public let share: [Double]
}
