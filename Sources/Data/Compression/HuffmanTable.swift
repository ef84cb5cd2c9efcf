/// A canonical Huffman code (RFC 1951, section 3.2.2), from bits to symbols.
///
/// Codes of up to `directBits` bits are looked up at once; longer ones, which are rare, are found bit by bit.
struct HuffmanTable {
  /// The longest code of the format.
  static let longest = 15
  private static let directBits = 10

  // For each value of the next bits: the symbol above four bits of the code's length; 0 where no code is that short.
  private var direct = [UInt16](repeating: 0, count: 1 << directBits)
  // How many codes there are of each length, and their symbols in the order of the codes.
  private var counts = [Int](repeating: 0, count: longest + 1)
  private var symbols: [UInt16] = []

  /// The code whose symbols have the given lengths, 0 for symbols without a code.
  ///
  /// Throws where there are more codes than bits can tell apart, or fewer; only none or one code, of one bit, may leave
  /// bits unused.
  init(lengths: ArraySlice<UInt8>) throws {
    for length in lengths where length > 0 { counts[Int(length)] += 1 }
    var unused = 1
    for length in 1...HuffmanTable.longest {
      unused = unused << 1 - counts[length]
      guard unused >= 0 else { throw DeflateError.damaged("a code has too many words") }
    }
    let codeCount = counts.reduce(0, +)
    guard unused == 0 || codeCount == 0 || (codeCount == 1 && counts[1] == 1) else {
      throw DeflateError.damaged("a code has too few words")
    }
    var places = [Int](repeating: 0, count: HuffmanTable.longest + 2)
    var firstCodes = places
    for length in 1...HuffmanTable.longest {
      places[length + 1] = places[length] + counts[length]
      firstCodes[length + 1] = (firstCodes[length] + counts[length]) << 1
    }
    symbols = [UInt16](repeating: 0, count: codeCount)
    for (symbol, length) in zip(UInt16(0)..., lengths) where length > 0 {
      let length = Int(length)
      symbols[places[length]] = symbol
      places[length] += 1
      fillDirect(symbol, code: firstCodes[length], length: length)
      firstCodes[length] += 1
    }
  }

  private mutating func fillDirect(_ symbol: UInt16, code: Int, length: Int) {
    guard length <= HuffmanTable.directBits else { return }
    // A code's first bit is the lowest of those that were read.
    var reversed = 0
    for bit in 0..<length { reversed |= (code >> bit & 1) << (length - 1 - bit) }
    for index in stride(from: reversed, to: direct.count, by: 1 << length) {
      direct[index] = symbol << 4 | UInt16(length)
    }
  }

  /// The symbol whose code the lowest bits are, and the code's length; nil where there is none.
  @inline(__always)
  func symbol(of bits: UInt64) -> (symbol: Int, length: Int)? {
    let entry = direct[Int(truncatingIfNeeded: bits & UInt64(direct.count - 1))]
    if entry != 0 { return (Int(entry >> 4), Int(entry & 15)) }
    return longSymbol(of: bits)
  }

  private func longSymbol(of bits: UInt64) -> (symbol: Int, length: Int)? {
    var (code, first, place) = (0, 0, 0)
    for length in 1...HuffmanTable.longest {
      code = code << 1 | Int(bits >> UInt64(length - 1) & 1)
      let count = counts[length]
      if code - first < count { return (Int(symbols[place + code - first]), length) }
      place += count
      first = (first + count) << 1
    }
    return nil
  }
}
