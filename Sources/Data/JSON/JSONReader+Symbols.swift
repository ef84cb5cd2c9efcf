extension JSONReader {
  /// The byte at the position; nil at the end.
  var byte: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  /// The next byte that is not white space, which is then at the position; nil at the end.
  mutating func nextSymbol() -> UInt8? {
    while let byte {
      guard [0x20, 0x09, 0x0a, 0x0d].contains(byte) else { return byte }
      position += 1
    }
    return nil
  }

  /// Takes a symbol if it comes next.
  mutating func take(_ symbol: Unicode.Scalar) -> Bool {
    guard nextSymbol() == UInt8(ascii: symbol) else { return false }
    position += 1
    return true
  }

  /// Takes a symbol, which must come next.
  mutating func expect(_ symbol: Unicode.Scalar, _ what: String) throws {
    guard take(symbol) else { throw failure(what) }
  }

  /// Takes one of the words that are values.
  mutating func readWord(_ word: String) throws {
    guard bytes[position...].starts(with: word.utf8) else { throw failure("a value") }
    position += word.utf8.count
  }
}
