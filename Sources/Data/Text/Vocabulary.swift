/// The symbols of a text, each with a number: its place in the order of Unicode scalars.
///
/// So are those of char-rnn and nanoGPT numbered: `sorted(set(text))` in Python.
public struct Vocabulary: Sendable, Equatable {
  /// The symbols by number.
  public let symbols: [Unicode.Scalar]
  private let numbers: [Unicode.Scalar: Int]

  /// The symbols that occur in a text.
  public init(of text: String) {
    symbols = Set(text.unicodeScalars).sorted()
    numbers = Dictionary(uniqueKeysWithValues: zip(symbols, 0...))
  }

  /// The number of symbols.
  public var count: Int { symbols.count }

  /// The numbers of a text's symbols; throws where one does not belong to the vocabulary.
  public func encode(_ text: String) throws -> [Int] {
    try text.unicodeScalars.map { symbol in
      guard let number = numbers[symbol] else { throw TextError.unknownSymbol(symbol) }
      return number
    }
  }

  /// The text of numbers; traps where one is none of the vocabulary's.
  public func decode(_ tokens: some Sequence<Int>) -> String {
    var text = String.UnicodeScalarView()
    for token in tokens {
      require(symbols.indices.contains(token), "token \(token) lies outside a vocabulary of \(count)")
      text.append(symbols[token])
    }
    return String(text)
  }
}
