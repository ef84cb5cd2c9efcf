/// The entries of a zip file, stored or deflated (PKWARE's APPNOTE 6.3.10).
///
/// Sizes and places are those of the directory at the end. Encrypted and split files, and those of the 64-bit extension,
/// which are larger than 4 GB or have 65,535 entries and more, are refused.
struct ZipArchive {
  /// One file in the archive.
  struct Entry {
    let name: String
    let method: Int
    let checksum: Int
    let packedSize: Int
    let size: Int
    let headerOffset: Int
  }

  /// The files in the order of the directory.
  let entries: [Entry]
  private let bytes: ArraySlice<UInt8>

  /// Reads the directory of an archive.
  init(_ bytes: ArraySlice<UInt8>) throws {
    self.bytes = bytes
    let end = try ZipArchive.findEnd(bytes)
    guard end.directorySize <= bytes.count, end.directoryOffset <= bytes.count - end.directorySize else {
      throw ZipError.damaged("its directory lies outside it")
    }
    let start = bytes.startIndex + end.directoryOffset
    var reader = ByteReader(bytes[start..<start + end.directorySize])
    entries = try (0..<end.count).map { _ in try ZipArchive.readEntry(&reader) }
  }

  /// The unpacked bytes of an entry, no more than its size says; throws where they are not those that were packed.
  func contents(of entry: Entry) throws -> ArraySlice<UInt8> {
    guard entry.headerOffset <= bytes.count else { throw ZipError.damaged("'\(entry.name)' lies outside it") }
    var reader = ByteReader(bytes[(bytes.startIndex + entry.headerOffset)...])
    // The local header repeats the directory, but for the lengths of its name and extra field.
    guard let header = reader.readBytes(26), header.starts(with: [0x50, 0x4b, 3, 4]),
      let nameLength = reader.readLittleEndian(2), let extraLength = reader.readLittleEndian(2),
      reader.readBytes(nameLength + extraLength) != nil, let packed = reader.readBytes(entry.packedSize)
    else { throw ZipError.damaged("'\(entry.name)' lies outside it") }
    let contents: ArraySlice<UInt8>
    switch entry.method {
    case 0: contents = packed
    case 8: contents = try Inflate.unpack(packed, limit: entry.size, expected: entry.size).output[...]
    default: throw ZipError.unsupported("'\(entry.name)' is packed by method \(entry.method)")
    }
    guard contents.count == entry.size, Int(CRC32.of(contents, .gzip)) == entry.checksum else {
      throw DeflateError.checksum
    }
    return contents
  }

  private struct End {
    let count: Int
    let directorySize: Int
    let directoryOffset: Int
  }

  /// The record at the end, behind which only a comment of its stated length may stand.
  private static func findEnd(_ bytes: ArraySlice<UInt8>) throws -> End {
    let (recordSize, longestComment) = (22, 65_535)
    let last = bytes.endIndex - recordSize
    let first = max(bytes.startIndex, last - longestComment)
    guard last >= first else { throw ZipError.noArchive }
    for start in stride(from: last, through: first, by: -1) where bytes[start...].starts(with: [0x50, 0x4b, 5, 6]) {
      var reader = ByteReader(bytes[(start + 4)...])
      guard let disk = reader.readLittleEndian(2), let directoryDisk = reader.readLittleEndian(2),
        let countHere = reader.readLittleEndian(2), let count = reader.readLittleEndian(2),
        let size = reader.readLittleEndian(4), let offset = reader.readLittleEndian(4),
        let commentLength = reader.readLittleEndian(2), commentLength == reader.rest.count
      else { continue }
      guard count < 0xffff, size < 0xffff_ffff, offset < 0xffff_ffff else {
        throw ZipError.unsupported("it is of the 64-bit extension")
      }
      guard disk == 0, directoryDisk == 0, countHere == count else {
        throw ZipError.unsupported("it is split into several files")
      }
      return End(count: count, directorySize: size, directoryOffset: offset)
    }
    throw ZipError.noArchive
  }

  private static func readEntry(_ reader: inout ByteReader) throws -> Entry {
    // Versions, then what counts, times, and lengths of the texts that follow.
    guard let start = reader.readBytes(8), let flags = reader.readLittleEndian(2),
      let method = reader.readLittleEndian(2), reader.readBytes(4) != nil, let checksum = reader.readLittleEndian(4),
      let packedSize = reader.readLittleEndian(4), let size = reader.readLittleEndian(4),
      let nameLength = reader.readLittleEndian(2), let extraLength = reader.readLittleEndian(2),
      let commentLength = reader.readLittleEndian(2), reader.readBytes(8) != nil,
      let offset = reader.readLittleEndian(4), let nameBytes = reader.readBytes(nameLength),
      reader.readBytes(extraLength + commentLength) != nil
    else { throw ZipError.damaged("its directory is cut off") }
    guard start.starts(with: [0x50, 0x4b, 1, 2]), let name = String(validating: nameBytes, as: UTF8.self) else {
      throw ZipError.damaged("its directory has an entry that is none")
    }
    guard flags & 1 == 0 else { throw ZipError.unsupported("'\(name)' is encrypted") }
    guard packedSize < 0xffff_ffff, size < 0xffff_ffff, offset < 0xffff_ffff else {
      throw ZipError.unsupported("'\(name)' is of the 64-bit extension")
    }
    return Entry(
      name: name, method: method, checksum: checksum, packedSize: packedSize, size: size, headerOffset: offset)
  }
}

/// What can be wrong with a zip file; each case describes itself in a sentence that says what to do.
public enum ZipError: Error, Hashable, CustomStringConvertible {
  /// There is no directory at its end.
  case noArchive
  /// A rule of the format is broken.
  case damaged(String)
  /// The file uses something that is not read.
  case unsupported(String)

  /// The sentence.
  public var description: String {
    switch self {
    case .noArchive: "The file is no zip archive, or is cut off; get it again."
    case .damaged(let problem): "The zip archive is damaged: \(problem); get it again."
    case .unsupported(let feature): "The zip archive cannot be read: \(feature); pack it again, smaller and plainly."
    }
  }
}
