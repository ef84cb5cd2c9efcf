/// Reads bytes from front to back; every read says whether there were enough.
struct ByteReader {
  /// What is left.
  private(set) var rest: ArraySlice<UInt8>

  /// A reader at the beginning.
  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// The next bytes, nil where there are fewer.
  mutating func readBytes(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  /// The next byte, nil at the end.
  mutating func readByte() -> UInt8? { readBytes(1)?.first }

  /// An unsigned integer of `width` bytes, at most seven, the lowest first; nil where there are fewer.
  mutating func readLittleEndian(_ width: Int) -> Int? {
    readBytes(width)?.reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// An unsigned integer of `width` bytes, at most seven, the highest first; nil where there are fewer.
  mutating func readBigEndian(_ width: Int) -> Int? {
    readBytes(width)?.reduce(0) { $0 << 8 | Int($1) }
  }

  /// The bytes up to a zero, which is passed over; nil where there is none.
  mutating func readUntilZero() -> ArraySlice<UInt8>? {
    guard let zero = rest.firstIndex(of: 0) else { return nil }
    defer { rest = rest[(zero + 1)...] }
    return rest[..<zero]
  }
}

extension ArraySlice<UInt8> {
  /// The bytes with those of each `width` in the opposite order: from big-endian to little-endian, or back.
  func swappingBytes(width: Int) -> ArraySlice<UInt8> {
    guard width > 1 else { return self }
    var result: [UInt8] = []
    result.reserveCapacity(count)
    for start in stride(from: startIndex, through: endIndex - width, by: width) {
      for place in (0..<width).reversed() { result.append(self[start + place]) }
    }
    return result[...]
  }
}
