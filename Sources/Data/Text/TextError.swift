/// What can be wrong with a text; each case describes itself in a sentence that says what to do.
public enum TextError: Error, Hashable, CustomStringConvertible {
  /// The bytes are not UTF-8.
  case notUnicode
  /// A symbol does not belong to the vocabulary.
  case unknownSymbol(Unicode.Scalar)
  /// The text is too short to train and validate on windows of this length.
  case tooShort(Int, contextLength: Int)

  /// The sentence.
  public var description: String {
    switch self {
    case .notUnicode: "The text is not in UTF-8; convert it."
    case .unknownSymbol(let symbol):
      "The symbol '\(symbol)' (U+\(String(symbol.value, radix: 16, uppercase: true))) does not occur in the text that "
        + "was trained on; leave it out."
    case .tooShort(let count, let contextLength):
      "A part of the text has \(count) symbols, too few for windows of \(contextLength) and the symbol after; take a "
        + "longer text or a shorter context."
    }
  }
}
