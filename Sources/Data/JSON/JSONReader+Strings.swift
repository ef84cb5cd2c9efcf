extension JSONReader {
  /// Reads a string.
  mutating func readString() throws -> String {
    try expect("\"", "a string")
    var start = position
    // Empty until there is an escape, which most strings have none of.
    var unescaped: [UInt8] = []
    while let byte, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw failure("a string without control characters") }
      if byte == UInt8(ascii: "\\") {
        unescaped += bytes[start..<position]
        try readEscape(into: &unescaped)
        start = position
      } else {
        position += 1
      }
    }
    let rest = bytes[start..<position]
    guard let text = String(validating: unescaped.isEmpty ? rest : (unescaped + rest)[...], as: UTF8.self) else {
      throw failure("a string in UTF-8")
    }
    guard take("\"") else { throw failure("the end of a string") }
    return text
  }

  private mutating func readEscape(into text: inout [UInt8]) throws {
    position += 1
    guard let letter = byte else { throw failure("an escape") }
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0c)
    case UInt8(ascii: "n"): text.append(0x0a)
    case UInt8(ascii: "r"): text.append(0x0d)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text += UTF8.encode(try readUnicodeEscape()) ?? UTF8.encodedReplacementCharacter
    default: throw failure("an escape that JSON has")
    }
  }

  /// The scalar of four hexadecimal digits, or of two escapes that make a surrogate pair.
  private mutating func readUnicodeEscape() throws -> Unicode.Scalar {
    let unit = try readHexadecimal()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard (0xd800..<0xdc00).contains(unit), bytes[position...].starts(with: "\\u".utf8) else {
      throw failure("a pair of surrogates")
    }
    position += 2
    let low = try readHexadecimal()
    guard (0xdc00..<0xe000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (UInt32(unit) - 0xd800) << 10 + (UInt32(low) - 0xdc00))
    else { throw failure("a pair of surrogates") }
    return scalar
  }

  private mutating func readHexadecimal() throws -> UInt16 {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw failure("four hexadecimal digits") }
    position += 4
    return value
  }
}
