/// The binomial distribution of probability ½.
struct BinomialHalf {
  /// P(B = k)
  private let probabilities: [Double]

  /// The distribution of the number of heads in so many throws of a coin.
  init(trials: Int) {
    var row = [1.0]
    for _ in 0..<trials {
      row = (0...row.count).map { ($0 < row.count ? row[$0] / 2 : 0) + ($0 > 0 ? row[$0 - 1] / 2 : 0) }
    }
    probabilities = row
  }

  /// P(B ≤ k)
  func atMost(_ count: Int) -> Double { probabilities.prefix(count + 1).reduce(0, +) }
}
