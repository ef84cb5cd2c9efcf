/// The checksum of gzip and zip files: the cyclic redundancy check of the polynomial 0xEDB88320 (RFC 1952, section 8).
enum CRC32 {
  /// Table k has the remainders of all bytes, k bytes further on: eight bytes are taken at a time.
  private static let tables: [UInt32] = {
    var tables = [UInt32](repeating: 0, count: 8 * 256)
    for byte in 0..<256 {
      tables[byte] = (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xedb8_8320 : value >> 1 }
    }
    for index in 256..<tables.count {
      let before = tables[index - 256]
      tables[index] = before >> 8 ^ tables[Int(before & 255)]
    }
    return tables
  }()

  /// The checksum of bytes.
  static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    let tables = tables
    var value: UInt32 = 0xffff_ffff
    var position = bytes.startIndex
    while position + 8 <= bytes.endIndex {
      // Bytes 0 to 3 meet what is in the register, bytes 4 to 7 do not.
      var next: UInt32 = 0
      for place in 0..<4 {
        let byte = bytes[position + place] ^ UInt8(truncatingIfNeeded: value >> UInt32(8 * place))
        next ^= tables[(7 - place) << 8 | Int(byte)] ^ tables[(3 - place) << 8 | Int(bytes[position + 4 + place])]
      }
      value = next
      position += 8
    }
    while position < bytes.endIndex {
      value = value >> 8 ^ tables[Int(UInt8(truncatingIfNeeded: value) ^ bytes[position])]
      position += 1
    }
    return ~value
  }
}
