/// The cyclic redundancy check of 32 bits with Castagnoli's polynomial, which finds damage to files.
///
/// Castagnoli, Bräuer, Herrmann 1993 (doi:10.1109/26.231911); RFC 3720 has its test values.
struct CRC32C: Sendable {
  private var register = ~UInt32(0)

  /// The check of no bytes.
  init() {}

  /// The check of all bytes added so far.
  var value: UInt32 { ~register }

  /// Adds bytes.
  mutating func add(_ bytes: some Sequence<UInt8>) {
    var register = register
    let done: Void? = bytes.withContiguousStorageIfAvailable { bytes in
      var index = 0
      // Eight bytes at a time, each through a table of its own (Kounavis and Berry 2005, doi:10.1109/ISCC.2005.18).
      while index + 8 <= bytes.count {
        var word: UInt64 = 0
        for place in 0..<8 { word |= UInt64(bytes[index + place]) << UInt64(8 * place) }
        word ^= UInt64(register)
        register = 0
        for place in 0..<8 {
          let byte = Int(UInt8(truncatingIfNeeded: word >> UInt64(8 * place)))
          register ^= Self.tables[256 * (7 - place) + byte]
        }
        index += 8
      }
      for byte in bytes[index...] { register = Self.next(register, byte) }
    }
    if done == nil { for byte in bytes { register = Self.next(register, byte) } }
    self.register = register
  }

  /// The check of some bytes.
  static func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var check = CRC32C()
    check.add(bytes)
    return check.value
  }

  private static func next(_ register: UInt32, _ byte: UInt8) -> UInt32 {
    let index = Int(UInt8(truncatingIfNeeded: register) ^ byte)
    return (register >> 8) ^ tables[index]
  }

  /// Eight tables of 256: what a byte comes to with 0 to 7 zero bytes behind it.
  private static let tables: [UInt32] = {
    // Castagnoli's polynomial, its bits reversed.
    let polynomial: UInt32 = 0x82f6_3b78
    var tables: [UInt32] = []
    for byte in 0..<UInt32(256) {
      var value = byte
      for _ in 0..<8 { value = value & 1 == 1 ? (value >> 1) ^ polynomial : value >> 1 }
      tables.append(value)
    }
    for index in 256..<2_048 {
      let previous = tables[index - 256]
      tables.append((previous >> 8) ^ tables[Int(previous & 0xff)])
    }
    return tables
  }()
}
