/// Paired tests of two optimizers on a problem.
public struct TestLine: Codable, Hashable, Sendable {
  /// The problem's name.
  public let problem: String
  /// What is compared: `final` or `stepsToTarget`.
  public let quantity: String
  /// The label of one optimizer.
  public let first: String
  /// The label of the other.
  public let second: String
  /// The number of seeds.
  public let pairs: Int
  /// The number of seeds with which the first was better.
  public let firstBetter: Int
  /// The number of seeds with which the second was better.
  public let secondBetter: Int
  /// The exact two-sided p-value of Wilcoxon's test.
  public let wilcoxon: Double
  /// The exact two-sided p-value of the sign test.
  public let sign: Double
  /// Wilcoxon's, adjusted for all pairs of the problem and quantity.
  public internal(set) var holm: Double
}
