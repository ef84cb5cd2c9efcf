import GlissadeNumerics

/// The hashes of many results, in the order in which they were computed.
struct Ledger {
  private var entries: [(name: String, hash: UInt64)] = []

  /// Records a result under a name that tells which one differs.
  mutating func add<S: Scalar>(_ values: [S], _ name: @autoclosure () -> String) {
    entries.append((name(), BitHash.of(values)))
  }

  /// How many results it holds.
  var count: Int { entries.count }

  /// The names of the results that are not those of the other ledger.
  func differences(from other: Ledger) -> [String] {
    zip(entries, other.entries).filter { $0.hash != $1.hash || $0.name != $1.name }.map(\.0.name)
      + (count == other.count ? [] : ["\(count) results instead of \(other.count)"])
  }
}
