/// The copying problem: remember symbols over a long gap.
///
/// A sequence is `symbolCount` symbols, `gap` − 1 blanks, a sign to begin, and as many blanks as symbols; the target has blanks
/// up to the sign, and then the symbols. Guessing them without memory costs n ln k/(gap + 2 n) a token, for n symbols of k kinds.
/// Hochreiter and Schmidhuber 1997 (doi:10.1162/neco.1997.9.8.1735); in this form, Arjovsky, Shah, Bengio 2016
/// (arXiv:1511.06464).
public struct CopyMemory: Sendable, Hashable {
  /// The steps between the last symbol and the first to be repeated.
  public let gap: Int
  /// The symbols to remember.
  public let symbolCount: Int
  /// The kinds of symbols.
  public let kinds: Int

  /// The problem; the defaults are those of the paper, with its shortest gap.
  public init(gap: Int = 100, symbolCount: Int = 10, kinds: Int = 8) {
    require(gap > 0 && symbolCount > 0 && kinds > 0, "\(symbolCount) symbols of \(kinds) kinds over a gap of \(gap)")
    self.gap = gap
    self.symbolCount = symbolCount
    self.kinds = kinds
  }

  /// The token of no symbol.
  public var blank: Int { kinds }
  /// The token that says to begin.
  public var sign: Int { kinds + 1 }

  /// Examples `first..<first + count` of a seed, of gap + 2 symbolCount tokens each.
  ///
  /// Each example depends on the seed and its number alone.
  public func examples(count: Int, seed: UInt64, first: Int = 0) throws -> SequenceExamples {
    var (inputs, targets): ([Int], [Int]) = ([], [])
    for example in first..<first + count {
      let stream = RandomStream(seed: seed, purpose: .synthesis, index: example)
      let symbols = (0..<symbolCount).map { stream.integer(at: $0, below: kinds) }
      let blanks = [Int](repeating: blank, count: symbolCount)
      inputs += symbols + [Int](repeating: blank, count: gap - 1) + [sign] + blanks
      targets += blanks + [Int](repeating: blank, count: gap) + symbols
    }
    return try SequenceExamples(
      inputs: inputs, inputLength: gap + 2 * symbolCount, targets: targets, targetLength: gap + 2 * symbolCount,
      vocabularySize: kinds + 2)
  }
}
