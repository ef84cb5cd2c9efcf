extension JSONReader {
  /// Reads a whole number of at least 0, without fraction or exponent.
  mutating func readCount() throws -> Int {
    guard let value = Int(try readNumberText()), value >= 0 else {
      throw failure("a whole number from 0 to \(Int.max)")
    }
    return value
  }

  /// Reads a number and gives its text.
  mutating func readNumberText() throws -> String {
    _ = nextSymbol()
    let start = position
    if byte == UInt8(ascii: "-") { position += 1 }
    let firstDigit = position
    try readDigits("a value")
    guard bytes[firstDigit] != UInt8(ascii: "0") || position == firstDigit + 1 else {
      throw failure("a number without leading zeros")
    }
    if byte == UInt8(ascii: ".") {
      position += 1
      try readDigits("digits after the point")
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      position += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { position += 1 }
      try readDigits("the digits of an exponent")
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func readDigits(_ what: String) throws {
    let start = position
    while let byte, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    guard position > start else { throw failure(what) }
  }
}
