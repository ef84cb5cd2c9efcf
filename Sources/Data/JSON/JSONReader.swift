/// Reads a JSON text (RFC 8259) from front to back, value by value, as the caller expects them.
///
/// Nothing is built that was not asked for. Nesting is limited, as a text from outside could else exhaust the stack.
struct JSONReader {
  /// The most objects and arrays within one another.
  static let maximumDepth = 64

  let bytes: ArraySlice<UInt8>
  var position: Int
  private var depth = 0

  /// A reader at the beginning of a text in UTF-8.
  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// Reads an object; `member` is called with each name and reads its value.
  mutating func readObject(_ member: (inout JSONReader, String) throws -> Void) throws {
    try readList(from: "{", to: "}", "an object") { reader in
      let name = try reader.readString()
      try reader.expect(":", "':' after a name")
      try member(&reader, name)
    }
  }

  /// Reads an array; `element` reads each value.
  mutating func readArray(_ element: (inout JSONReader) throws -> Void) throws {
    try readList(from: "[", to: "]", "an array", element)
  }

  /// Reads a value of any kind and forgets it.
  mutating func skipValue() throws {
    switch nextSymbol() {
    case UInt8(ascii: "{"): try readObject { reader, _ in try reader.skipValue() }
    case UInt8(ascii: "["): try readArray { reader in try reader.skipValue() }
    case UInt8(ascii: "\""): _ = try readString()
    case UInt8(ascii: "t"): try readWord("true")
    case UInt8(ascii: "f"): try readWord("false")
    case UInt8(ascii: "n"): try readWord("null")
    default: _ = try readNumberText()
    }
  }

  private mutating func readList(
    from first: Unicode.Scalar, to last: Unicode.Scalar, _ what: String,
    _ element: (inout JSONReader) throws -> Void
  ) throws {
    try expect(first, what)
    guard depth < JSONReader.maximumDepth else { throw failure("at most \(JSONReader.maximumDepth) levels of nesting") }
    depth += 1
    defer { depth -= 1 }
    if take(last) { return }
    repeat { try element(&self) } while take(",")
    try expect(last, "',' or '\(last)'")
  }

  /// Makes sure that nothing but white space follows.
  mutating func readEnd() throws {
    guard nextSymbol() == nil else { throw failure("the end of the text") }
  }

  /// The failure to find something here.
  func failure(_ expected: String) -> JSONError {
    JSONError(expected: expected, position: position - bytes.startIndex)
  }
}
