/// Numbers from text.
enum DecimalNumber {
  /// The Float nearest to a decimal number, spaces around it allowed; nil for any other text, infinities and NaN too.
  static func float(_ text: ArraySlice<UInt8>) -> Float? {
    var text = text
    while text.first == 0x20 || text.first == 0x09 { text = text.dropFirst() }
    while text.last == 0x20 || text.last == 0x09 { text = text.dropLast() }
    if let whole = smallWhole(text) { return whole }
    // What the standard library takes beyond decimal numbers: hexadecimal ones, infinities, NaN.
    guard text.allSatisfy({ (0x2b...0x39).contains($0) && $0 != 0x2c && $0 != 0x2f || $0 | 0x20 == 0x65 }),
      let value = Float(String(decoding: text, as: UTF8.self)), value.isFinite
    else { return nil }
    return value
  }

  /// The value of at most seven digits, which a Float holds exactly; nil for any other text.
  private static func smallWhole(_ text: ArraySlice<UInt8>) -> Float? {
    guard (1...7).contains(text.count) else { return nil }
    var value = 0
    for byte in text {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = 10 * value + Int(byte - 0x30)
    }
    return Float(value)
  }
}
