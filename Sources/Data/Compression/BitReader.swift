/// Reads bits from bytes, the lowest bit of each byte first (RFC 1951, section 3.1.1).
struct BitReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  /// The next bits, the first lowest; zeros where there are no more.
  private(set) var bits: UInt64 = 0
  private var bitCount = 0

  /// A reader at the beginning.
  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// Makes at least 56 bits visible, or all that are left.
  @inline(__always)
  mutating func refill() {
    while bitCount <= 56, position < bytes.endIndex {
      bits |= UInt64(bytes[position]) &<< UInt64(bitCount)
      position += 1
      bitCount += 8
    }
  }

  /// Passes over visible bits.
  @inline(__always)
  mutating func skip(_ count: Int) throws {
    guard count <= bitCount else { throw DeflateError.cutOff }
    bits = bits &>> UInt64(count)
    bitCount -= count
  }

  /// Takes visible bits, at most 32.
  @inline(__always)
  mutating func take(_ count: Int) throws -> Int {
    let value = Int(truncatingIfNeeded: bits & (1 &<< UInt64(count) - 1))
    try skip(count)
    return value
  }

  /// Takes the word of a code that the visible bits begin with, and tells its symbol.
  @inline(__always)
  mutating func take(_ code: HuffmanTable) throws -> Int {
    guard let (symbol, length) = code.symbol(of: bits) else {
      throw DeflateError.damaged("bits are no word of the code")
    }
    try skip(length)
    return symbol
  }

  /// Reads bits, at most 32.
  mutating func read(_ count: Int) throws -> Int {
    refill()
    return try take(count)
  }

  /// Passes over what is left of a byte, and reads whole bytes.
  mutating func readBytes(_ count: Int) throws -> ArraySlice<UInt8> {
    let rest = bytesLeft
    guard count <= rest.count else { throw DeflateError.cutOff }
    position = rest.startIndex + count
    (bits, bitCount) = (0, 0)
    return rest.prefix(count)
  }

  /// The whole bytes that have not been read.
  var bytesLeft: ArraySlice<UInt8> { bytes[(position - bitCount / 8)...] }
}
