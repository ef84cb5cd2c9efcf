/// A cyclic redundancy check of 32 bits, which finds damage to files.
///
/// Eight bytes are taken at a time, each through a table of its own (Kounavis and Berry 2005,
/// doi:10.1109/ISCC.2005.18).
package struct CRC32: Sendable {
  /// Which polynomial; its bits are reversed, as all of the arithmetic is.
  package struct Polynomial: Sendable {
    /// Eight tables of 256: what a byte comes to with 0 to 7 zero bytes behind it.
    fileprivate let tables: [UInt32]

    private init(_ polynomial: UInt32) {
      var tables = (0..<UInt32(256)).map { byte in
        (0..<8).reduce(byte) { value, _ in value & 1 == 1 ? value >> 1 ^ polynomial : value >> 1 }
      }
      for index in 256..<8 * 256 {
        let before = tables[index - 256]
        tables.append(before >> 8 ^ tables[Int(before & 255)])
      }
      self.tables = tables
    }

    /// That of gzip and zip files (RFC 1952, section 8).
    package static let gzip = Polynomial(0xedb8_8320)
    /// Castagnoli's (Castagnoli, Bräuer, Herrmann 1993, doi:10.1109/26.231911); RFC 3720 has its test values.
    package static let castagnoli = Polynomial(0x82f6_3b78)
  }

  private let tables: [UInt32]
  private var register = ~UInt32(0)

  /// The check of no bytes.
  package init(_ polynomial: Polynomial) { tables = polynomial.tables }

  /// The check of all bytes added so far.
  package var value: UInt32 { ~register }

  /// The check of some bytes.
  package static func of(_ bytes: ArraySlice<UInt8>, _ polynomial: Polynomial) -> UInt32 {
    var check = CRC32(polynomial)
    check.add(bytes)
    return check.value
  }

  /// Adds bytes.
  package mutating func add(_ bytes: ArraySlice<UInt8>) {
    var register = register
    var position = bytes.startIndex
    while position + 8 <= bytes.endIndex {
      // Bytes 0 to 3 meet what is in the register, bytes 4 to 7 do not.
      var next: UInt32 = 0
      for place in 0..<4 {
        let byte = bytes[position + place] ^ UInt8(truncatingIfNeeded: register >> UInt32(8 * place))
        next ^= tables[(7 - place) << 8 | Int(byte)] ^ tables[(3 - place) << 8 | Int(bytes[position + 4 + place])]
      }
      register = next
      position += 8
    }
    while position < bytes.endIndex {
      register = register >> 8 ^ tables[Int(UInt8(truncatingIfNeeded: register) ^ bytes[position])]
      position += 1
    }
    self.register = register
  }
}
