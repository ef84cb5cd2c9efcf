/// Reads the few kinds of literals that stand in a header of NumPy's.
struct PythonReader {
  private var rest: ArraySlice<UInt8>

  /// A reader at the beginning of a text.
  init(_ text: ArraySlice<UInt8>) { rest = text }

  /// Whether nothing but white space is left.
  var isAtEnd: Bool { rest.allSatisfy(PythonReader.isSpace) }

  /// Takes a symbol if it comes next.
  mutating func take(_ symbol: Unicode.Scalar) -> Bool {
    rest = rest.drop(while: PythonReader.isSpace)
    guard rest.first == UInt8(ascii: symbol) else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// Takes a symbol, which must come next.
  mutating func expect(_ symbol: Unicode.Scalar) throws {
    guard take(symbol) else { throw NPYError.header("a '\(symbol)' is missing") }
  }

  /// Reads a string in single or double quotes, without escapes.
  mutating func readString() throws -> String {
    let quote: Unicode.Scalar = take("\"") ? "\"" : "'"
    if quote == "'" { try expect("'") }
    let text = rest.prefix { $0 != UInt8(ascii: quote) }
    rest = rest[text.endIndex...]
    try expect(quote)
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads `True` or `False`.
  mutating func readTruth() throws -> Bool {
    rest = rest.drop(while: PythonReader.isSpace)
    for (word, value) in [("True", true), ("False", false)] where rest.starts(with: word.utf8) {
      rest = rest.dropFirst(word.utf8.count)
      return value
    }
    throw NPYError.header("'fortran_order' is neither True nor False")
  }

  /// Reads a tuple of whole numbers; `L` may follow them, as in files of Python 2.
  mutating func readTuple() throws -> [Int] {
    var numbers: [Int] = []
    try expect("(")
    while !take(")") {
      rest = rest.drop(while: PythonReader.isSpace)
      let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      guard let number = Int(String(decoding: digits, as: UTF8.self)) else {
        throw NPYError.header("'shape' is no tuple of whole numbers")
      }
      numbers.append(number)
      rest = rest[digits.endIndex...]
      _ = take("L")
      guard take(",") else {
        try expect(")")
        break
      }
    }
    return numbers
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }
}
