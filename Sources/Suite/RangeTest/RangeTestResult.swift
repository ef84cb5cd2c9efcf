/// What a learning-rate range test saw, and the rates that it suggests.
public struct RangeTestResult: Sendable, Hashable {
  /// The rate of each step.
  public internal(set) var rates: [Double] = []
  /// The loss before each step.
  public internal(set) var losses: [Double] = []
  /// The exponentially weighted mean of the losses so far.
  public internal(set) var smoothed: [Double] = []

  /// The rate at which the smoothed loss falls fastest by the logarithm of the rate; nil where it never falls.
  public var steepest: Double? {
    guard smoothed.count > 2 else { return nil }
    let slopes = (1..<smoothed.count - 1).map { smoothed[$0 + 1] - smoothed[$0 - 1] }
    guard let least = slopes.indices.min(by: { slopes[$0] < slopes[$1] }), slopes[least] < 0 else { return nil }
    return rates[least + 1]
  }

  /// The rate in the middle of the longest valley: of the longest sequence of steps, not all neighbors, at each of which the
  /// smoothed loss is below that of the one before. Less moved by noise than `steepest`; nil where nothing falls.
  public var valley: Double? {
    guard let (first, last) = Self.longestFall(smoothed), last > first else { return nil }
    return rates[(first + last) / 2]
  }

  /// A tenth of the rate of the least smoothed loss, the usual rule of thumb.
  public var tenthOfMinimum: Double? {
    smoothed.indices.min { smoothed[$0] < smoothed[$1] }.map { rates[$0] / 10 }
  }

  /// The first and the last index of the longest decreasing subsequence, of those that end first.
  static func longestFall(_ values: [Double]) -> (first: Int, last: Int)? {
    var (lengths, beginnings): ([Int], [Int]) = ([], [])
    for (index, value) in values.enumerated() {
      let before = (0..<index).filter { values[$0] > value }.max { lengths[$0] < lengths[$1] }
      lengths.append(before.map { lengths[$0] + 1 } ?? 1)
      beginnings.append(before.map { beginnings[$0] } ?? index)
    }
    guard let longest = lengths.max(), let last = lengths.firstIndex(of: longest) else { return nil }
    return (beginnings[last], last)
  }
}
