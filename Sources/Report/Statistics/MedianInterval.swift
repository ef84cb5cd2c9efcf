/// The median of a sample, with order statistics between which the median of what was sampled lies.
///
/// The k-th least and k-th greatest of n values enclose it with probability 1 − 2 P(B ≤ k − 1), where B counts heads in n tosses
/// of a fair coin, whatever the distribution. k is the largest for which that is at least 95 %, or 1.
struct MedianInterval: Hashable {
  let median: Double
  let low: Double
  let high: Double
  /// The probability that the interval holds the median.
  let coverage: Double

  /// Of values, among which infinite ones count as such; nil if there are none, or NaN among them.
  init?(_ values: [Double]) {
    guard !values.isEmpty, !values.contains(where: \.isNaN) else { return nil }
    let sorted = values.sorted()
    let count = sorted.count
    let (lower, upper) = (sorted[(count - 1) / 2], sorted[count / 2])
    // Equal ones first: the mean of two infinities is to be infinite.
    median = lower == upper ? lower : lower / 2 + upper / 2
    var (rank, coverage) = (1, Self.coverage(rank: 1, count))
    while 2 * (rank + 1) <= count, Self.coverage(rank: rank + 1, count) >= 0.95 {
      rank += 1
      coverage = Self.coverage(rank: rank, count)
    }
    low = sorted[rank - 1]
    high = sorted[count - rank]
    self.coverage = coverage
  }

  private static func coverage(rank: Int, _ count: Int) -> Double {
    var term = 1.0
    for _ in 0..<count { term /= 2 }
    var tail = 0.0
    for heads in 0..<rank {
      tail += term
      term *= Double(count - heads) / Double(heads + 1)
    }
    return max(0, 1 - 2 * tail)
  }
}
