/// One of several equal parts of a sweep, as `--shard i/n` names it: i from 1 to n.
public struct Shard: Hashable, Sendable {
  /// From 0.
  public let index: Int
  /// The number of parts.
  public let count: Int

  /// All of a sweep.
  public static let all = Shard(index: 0, count: 1)

  private init(index: Int, count: Int) {
    self.index = index
    self.count = count
  }

  /// Reads `i/n`; nil where it is none.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let part = parts[0], let count = parts[1], part >= 1, part <= count else { return nil }
    self.init(index: part - 1, count: count)
  }

  /// Its runs among so many: every n-th, so that parts take about as long as one another.
  public func numbers(of total: Int) -> [Int] { Array(stride(from: index, to: total, by: count)) }
}
