/// Integers as little-endian bytes.
enum LittleEndian {
  /// The integers that bytes hold; bytes at the end that make no whole integer are left out.
  static func integers<Integer: FixedWidthInteger>(_ type: Integer.Type, in bytes: ArraySlice<UInt8>) -> [Integer] {
    let size = Integer.bitWidth / 8
    return (0..<bytes.count / size).map { index in
      var value: Integer = 0
      let start = bytes.startIndex + index * size
      for place in 0..<size { value |= Integer(truncatingIfNeeded: bytes[start + place]) &<< (8 * place) }
      return value
    }
  }

  /// The bytes of integers.
  static func bytes<Integer: FixedWidthInteger>(of integers: [Integer]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(integers.count * Integer.bitWidth / 8)
    for value in integers {
      for place in 0..<Integer.bitWidth / 8 { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * place))) }
    }
    return bytes
  }
}
