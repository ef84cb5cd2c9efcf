/// The codes of a compressed block: one for bytes and lengths, one for distances (RFC 1951, sections 3.2.5 to 3.2.7).
struct DeflateCodes {
  /// The symbol that ends a block; those below are bytes, those above lengths.
  static let endOfBlock = 256

  /// The code of bytes and lengths.
  let lengths: HuffmanTable
  /// The code of distances.
  let distances: HuffmanTable

  private init(lengths: HuffmanTable, distances: HuffmanTable) {
    self.lengths = lengths
    self.distances = distances
  }

  /// The codes of blocks that bring none.
  static func fixed() throws -> DeflateCodes {
    let lengths = [(144, 8), (112, 9), (24, 7), (8, 8)].flatMap { count, length in
      [UInt8](repeating: UInt8(length), count: count)
    }
    return DeflateCodes(
      lengths: try HuffmanTable(lengths: lengths[...]),
      distances: try HuffmanTable(lengths: [UInt8](repeating: 5, count: 32)[...]))
  }

  /// The codes that a block brings: lengths of code words, themselves coded.
  init(reading input: inout BitReader) throws {
    let lengthCount = try input.read(5) + 257
    let distanceCount = try input.read(5) + 1
    guard lengthCount <= 286, distanceCount <= 30 else { throw DeflateError.damaged("a code has too many symbols") }
    var metaLengths = [UInt8](repeating: 0, count: 19)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    for symbol in order.prefix(try input.read(4) + 4) { metaLengths[symbol] = UInt8(try input.read(3)) }
    let meta = try HuffmanTable(lengths: metaLengths[...])
    var all: [UInt8] = []
    let total = lengthCount + distanceCount
    while all.count < total {
      input.refill()
      let symbol = try input.take(meta)
      switch symbol {
      case ..<16: all.append(UInt8(symbol))
      case 16:
        guard let last = all.last else { throw DeflateError.damaged("nothing is there to repeat") }
        all += [UInt8](repeating: last, count: try input.take(2) + 3)
      case 17: all += [UInt8](repeating: 0, count: try input.take(3) + 3)
      default: all += [UInt8](repeating: 0, count: try input.take(7) + 11)
      }
    }
    guard all.count == total else { throw DeflateError.damaged("a repetition goes on too long") }
    guard all[DeflateCodes.endOfBlock] > 0 else { throw DeflateError.damaged("a block cannot end") }
    lengths = try HuffmanTable(lengths: all[..<lengthCount])
    distances = try HuffmanTable(lengths: all[lengthCount...])
  }

  /// The shortest length that a symbol stands for, and how many bits are added to it; nil for no length.
  @inline(__always)
  static func length(of symbol: Int) -> (base: Int, extraBits: Int)? {
    let index = symbol - 257
    switch index {
    case 0..<8: return (index + 3, 0)
    case 8..<28:
      let extraBits = index / 4 - 1
      return ((index % 4 + 4) << extraBits + 3, extraBits)
    case 28: return (258, 0)
    default: return nil
    }
  }

  /// The shortest distance that a symbol stands for, and how many bits are added to it; nil for no distance.
  @inline(__always)
  static func distance(of symbol: Int) -> (base: Int, extraBits: Int)? {
    switch symbol {
    case 0..<4: return (symbol + 1, 0)
    case 4..<30:
      let extraBits = symbol / 2 - 1
      return ((symbol % 2 + 2) << extraBits + 1, extraBits)
    default: return nil
    }
  }
}
