/// Unpacks data that was packed by DEFLATE (RFC 1951; Deutsch 1996).
struct Inflate {
  private var input: BitReader
  private let limit: Int
  private var output: [UInt8] = []
  private var fixedCodes: DeflateCodes?

  /// The unpacked bytes, and the bytes that follow the packed ones.
  ///
  /// Throws a `DeflateError` where the data is damaged or cut off, or takes more than `limit` bytes. One packed byte makes
  /// at most 1,032 unpacked.
  static func unpack(
    _ bytes: ArraySlice<UInt8>, limit: Int, expected: Int = 0
  ) throws -> (output: [UInt8], rest: ArraySlice<UInt8>) {
    var inflate = Inflate(bytes, limit: limit)
    inflate.output.reserveCapacity(
      min(limit, expected, bytes.count.multipliedReportingOverflow(by: 1_032).partialValue))
    var isLast = false
    repeat { isLast = try inflate.unpackBlock() } while !isLast
    return (inflate.output, inflate.input.bytesLeft)
  }

  private init(_ bytes: ArraySlice<UInt8>, limit: Int) {
    input = BitReader(bytes)
    self.limit = limit
  }

  /// Unpacks a block; true of the last one.
  private mutating func unpackBlock() throws -> Bool {
    let isLast = try input.read(1) == 1
    switch try input.read(2) {
    case 0: try copyStored()
    case 1:
      let codes = try fixedCodes ?? .fixed()
      fixedCodes = codes
      try unpack(codes)
    case 2: try unpack(DeflateCodes(reading: &input))
    default: throw DeflateError.damaged("a block is of no known kind")
    }
    return isLast
  }

  private mutating func copyStored() throws {
    let lengths = try input.readBytes(4)
    let first = lengths.startIndex
    let length = Int(lengths[first]) | Int(lengths[first + 1]) << 8
    guard length ^ 0xffff == Int(lengths[first + 2]) | Int(lengths[first + 3]) << 8 else {
      throw DeflateError.damaged("the two lengths of a stored block differ")
    }
    guard length <= limit - output.count else { throw DeflateError.tooLarge(limit: limit) }
    output += try input.readBytes(length)
  }

  /// Unpacks a compressed block.
  ///
  /// Bits are refilled once a round: a length, its extra bits, a distance and its take at most 48 of the 56.
  private mutating func unpack(_ codes: DeflateCodes) throws {
    while true {
      input.refill()
      let symbol = try input.take(codes.lengths)
      if symbol < DeflateCodes.endOfBlock {
        guard output.count < limit else { throw DeflateError.tooLarge(limit: limit) }
        output.append(UInt8(truncatingIfNeeded: symbol))
        continue
      }
      if symbol == DeflateCodes.endOfBlock { return }
      guard let length = DeflateCodes.length(of: symbol) else { throw DeflateError.damaged("a length does not exist") }
      let count = length.base + (try input.take(length.extraBits))
      guard let distance = DeflateCodes.distance(of: try input.take(codes.distances)) else {
        throw DeflateError.damaged("a distance does not exist")
      }
      try copy(count, from: distance.base + (try input.take(distance.extraBits)))
    }
  }

  /// Repeats what was unpacked `distance` bytes ago; the copy may overlap what it copies.
  @inline(__always)
  private mutating func copy(_ count: Int, from distance: Int) throws {
    guard distance <= output.count else { throw DeflateError.damaged("a distance leads to before the beginning") }
    guard count <= limit - output.count else { throw DeflateError.tooLarge(limit: limit) }
    let start = output.count - distance
    for index in start..<start + count { output.append(output[index]) }
  }
}
