/// Tests whether of two paired samples one tends to be smaller: exact two-sided p-values for any number of pairs.
///
/// A pair of equal values says nothing and is left out; a pair of two infinite values is such a pair. With n pairs the Wilcoxon
/// test cannot give less than 2¹⁻ⁿ, which is 0.0625 for five.
public struct PairedTest: Hashable, Sendable {
  /// In how many pairs the first value is smaller.
  public let firstSmaller: Int
  /// In how many pairs the second value is smaller.
  public let secondSmaller: Int
  /// The p-value of Wilcoxon's signed-rank test, with mean ranks for ties (Wilcoxon 1945, doi:10.2307/3001968); 1 where all pairs are
  /// equal.
  public let wilcoxon: Double
  /// The p-value of the sign test (Dixon and Mood 1946, doi:10.1080/01621459.1946.10501898).
  public let sign: Double

  /// Tests samples whose values belong together by index; none is NaN.
  public init(_ first: [Double], _ second: [Double]) {
    require(first.count == second.count, "\(first.count) and \(second.count) values make no pairs")
    let differences = zip(first, second).filter { $0 != $1 }.map { $0 - $1 }
    require(!differences.contains { $0.isNaN }, "values that are NaN cannot be compared")
    firstSmaller = differences.count { $0 < 0 }
    secondSmaller = differences.count - firstSmaller
    sign = min(1, 2 * BinomialHalf(trials: differences.count).atMost(min(firstSmaller, secondSmaller)))
    wilcoxon = Self.signedRank(differences)
  }

  /// The exact distribution of the sum of the ranks of positive differences, all signs being equally likely.
  private static func signedRank(_ differences: [Double]) -> Double {
    guard !differences.isEmpty else { return 1 }
    // Mean ranks are multiples of ½.
    let doubledRanks = doubledRanks(of: differences.map(\.magnitude))
    var probabilities = [1.0]
    for rank in doubledRanks {
      var next = [Double](repeating: 0, count: probabilities.count + rank)
      for (sum, probability) in probabilities.enumerated() {
        next[sum] += probability / 2
        next[sum + rank] += probability / 2
      }
      probabilities = next
    }
    let positive = zip(differences, doubledRanks).reduce(0) { $0 + ($1.0 > 0 ? $1.1 : 0) }
    let below = probabilities.prefix(positive + 1).reduce(0, +)
    let above = probabilities[positive...].reduce(0, +)
    return min(1, 2 * min(below, above))
  }

  /// Twice the rank of each value, equal values sharing the mean of their ranks.
  private static func doubledRanks(of values: [Double]) -> [Int] {
    values.map { value in
      let (smaller, equal) = (values.count { $0 < value }, values.count { $0 == value })
      return 2 * smaller + equal + 1
    }
  }
}
