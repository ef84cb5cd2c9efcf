/// The median of a sample, with an interval that covers the population's median whatever the distribution.
///
/// The interval is [x₍ₖ₎, x₍ₙ₊₁₋ₖ₎] of the sorted sample, for the largest k with 1 − 2 P(B < k) ≥ the confidence wanted, where B is
/// binomial of n trials and probability ½; k = 1 where the sample is too small for that (five values give 0.9375 at most).
/// Thompson 1936 (doi:10.1214/aoms/1177732502); Conover 1999, "Practical Nonparametric Statistics", section 3.2.
///
/// Values may be infinite, as for a target that was never reached.
public struct MedianInterval: Hashable, Sendable {
  /// The middle value, or the mean of the two in the middle.
  public let median: Double
  /// The lower bound.
  public let low: Double
  /// The upper bound.
  public let high: Double
  /// The confidence that the interval has, at least.
  public let coverage: Double

  /// The median of some values; nil where there are none, or NaN is among them.
  public init?(_ values: [Double], confidence: Double = 0.95) {
    let sorted = values.sorted()
    guard let first = sorted.first, let last = sorted.last, !values.contains(where: \.isNaN) else { return nil }
    let (below, above) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
    median = below == above ? below : below + (above - below) / 2
    let distribution = BinomialHalf(trials: sorted.count)
    var (bounds, covered) = ((first, last), 1 - 2 * distribution.atMost(0))
    for rank in 1..<max(1, (sorted.count + 1) / 2) {
      let coverage = 1 - 2 * distribution.atMost(rank)
      guard coverage >= confidence else { break }
      (bounds, covered) = ((sorted[rank], sorted[sorted.count - 1 - rank]), coverage)
    }
    (low, high) = bounds
    coverage = max(0, covered)
  }
}

/// The median of some values, infinite where there are none.
func median(_ values: [Double]) -> Double { MedianInterval(values)?.median ?? .infinity }
