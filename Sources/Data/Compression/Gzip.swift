/// Files packed by gzip (RFC 1952; Deutsch 1996).
public enum Gzip {
  /// Whether bytes begin like a packed file.
  public static func isPacked(_ bytes: some Sequence<UInt8>) -> Bool { bytes.starts(with: [0x1f, 0x8b]) }

  /// The unpacked bytes of all members of a file, checked against their checksums.
  ///
  /// Throws a `DeflateError` where the file is damaged or cut off, or takes more than `limit` bytes (default 1 GiB).
  /// Zeros after the last member are passed over, as tapes have them; anything else is refused.
  public static func unpack(_ bytes: [UInt8], limit: Int = 1 << 30) throws -> [UInt8] {
    var rest = bytes[...]
    var output: [UInt8] = []
    repeat {
      try skipHeader(&rest)
      // The last four bytes say how long the last member is, usually the only one; not to be relied upon.
      let length = LittleEndian.integers(UInt32.self, in: bytes.suffix(4)).first ?? 0
      let (member, after) = try unpackMember(rest, limit: limit, used: output.count, expected: Int(length))
      var trailer = ByteReader(after)
      guard let checksum = trailer.readLittleEndian(4), let count = trailer.readLittleEndian(4) else {
        throw DeflateError.cutOff
      }
      guard checksum == Int(CRC32.of(member[...], .gzip)), count == member.count & 0xffff_ffff else {
        throw DeflateError.checksum
      }
      output = output.isEmpty ? member : output + member
      rest = trailer.rest
    } while isPacked(rest)
    guard rest.allSatisfy({ $0 == 0 }) else { throw DeflateError.damaged("something follows its end") }
    return output
  }

  private static func unpackMember(
    _ bytes: ArraySlice<UInt8>, limit: Int, used: Int, expected: Int
  ) throws -> (output: [UInt8], rest: ArraySlice<UInt8>) {
    do { return try Inflate.unpack(bytes, limit: limit - used, expected: expected) } catch DeflateError.tooLarge {
      throw DeflateError.tooLarge(limit: limit)
    }
  }

  /// The bytes themselves, or what is packed in them.
  static func unpackIfPacked(_ bytes: [UInt8], limit: Int = 1 << 30) throws -> [UInt8] {
    isPacked(bytes) ? try unpack(bytes, limit: limit) : bytes
  }

  private static func skipHeader(_ rest: inout ArraySlice<UInt8>) throws {
    var reader = ByteReader(rest)
    guard let start = reader.readBytes(10)?.map({ $0 }) else { throw DeflateError.cutOff }
    guard isPacked(start), start[2] == 8 else { throw DeflateError.damaged("it does not begin like a gzip file") }
    let flags = start[3]
    guard flags & 0xe0 == 0 else { throw DeflateError.damaged("its header has unknown flags") }
    if flags & 4 != 0 {
      guard let count = reader.readLittleEndian(2), reader.readBytes(count) != nil else { throw DeflateError.cutOff }
    }
    // The file's name, and a comment.
    for flag: UInt8 in [8, 16] where flags & flag != 0 {
      guard reader.readUntilZero() != nil else { throw DeflateError.cutOff }
    }
    if flags & 2 != 0 {
      let checksum = CRC32.of(rest[..<reader.rest.startIndex], .gzip)
      guard let stated = reader.readLittleEndian(2) else { throw DeflateError.cutOff }
      guard stated == Int(checksum & 0xffff) else { throw DeflateError.damaged("its header's checksum is wrong") }
    }
    rest = reader.rest
  }
}
