/// The header of a safetensors file: what tensors there are, and where their bytes lie.
struct SafetensorsHeader {
  /// The longest header that is read, that of the format's own library.
  static let maximumLength = 100_000_000
  /// The name under which texts are kept, not a tensor.
  static let metadataName = "__metadata__"

  /// One tensor.
  struct Entry {
    let name: String
    let elementType: ElementType
    let shape: [Int]
    /// Where its bytes lie, counted from the end of the header.
    let offsets: Range<Int>
  }

  /// The tensors in the order of the header.
  private(set) var entries: [Entry] = []
  /// The texts.
  private(set) var metadata: [String: String] = [:]

  /// Reads a header; which parts of the file belong to the tensors is for `checkOffsets` to judge.
  init(parsing text: ArraySlice<UInt8>) throws {
    guard text.first == UInt8(ascii: "{") else { throw SafetensorsError.noHeader }
    var names: Set<String> = []
    var entries: [Entry] = []
    var metadata: [String: String] = [:]
    var reader = JSONReader(text)
    try SafetensorsHeader.tellingJSONErrors {
      try reader.readObject { reader, name in
        guard names.insert(name).inserted else { throw SafetensorsError.duplicateName(name) }
        if name == SafetensorsHeader.metadataName {
          metadata = try SafetensorsHeader.readTexts(&reader)
        } else {
          entries.append(try SafetensorsHeader.readEntry(&reader, name))
        }
      }
      try reader.readEnd()
    }
    self.entries = entries
    self.metadata = metadata
  }

  /// Throws unless the tensors' bytes follow one another without gap or overlap, from the header's end to the file's.
  func checkOffsets(byteCount: Int) throws {
    var position = 0
    let ordered = entries.sorted {
      ($0.offsets.lowerBound, $0.offsets.upperBound) < ($1.offsets.lowerBound, $1.offsets.upperBound)
    }
    for entry in ordered {
      guard entry.offsets.lowerBound == position, entry.offsets.upperBound <= byteCount else {
        throw SafetensorsError.misplaced(
          entry.name, from: entry.offsets.lowerBound, to: entry.offsets.upperBound, expected: position,
          byteCount: byteCount)
      }
      position = entry.offsets.upperBound
    }
    guard position == byteCount else { throw SafetensorsError.bytesLeft(byteCount - position) }
  }

  private static func tellingJSONErrors(_ body: () throws -> Void) throws {
    do { try body() } catch let error as JSONError { throw SafetensorsError.header(error) }
  }

  private static func readTexts(_ reader: inout JSONReader) throws -> [String: String] {
    var texts: [String: String] = [:]
    try reader.readObject { reader, key in
      guard texts.updateValue(try reader.readString(), forKey: key) == nil else {
        throw SafetensorsError.duplicateName(key)
      }
    }
    return texts
  }

  private static func readEntry(_ reader: inout JSONReader, _ name: String) throws -> Entry {
    var (type, shape, offsets): (String?, [Int]?, [Int]?) = (nil, nil, nil)
    try reader.readObject { reader, key in
      switch key {
      case "dtype" where type == nil: type = try reader.readString()
      case "shape" where shape == nil: shape = try readCounts(&reader)
      case "data_offsets" where offsets == nil: offsets = try readCounts(&reader)
      case "dtype", "shape", "data_offsets": throw SafetensorsError.malformed(name, "'\(key)' is given twice")
      default: try reader.skipValue()
      }
    }
    guard let type, let shape, let offsets else {
      throw SafetensorsError.malformed(name, "'dtype', 'shape' or 'data_offsets' is missing")
    }
    guard let elementType = ElementType(safetensorsName: type) else {
      throw SafetensorsError.unsupportedType(name, type)
    }
    guard offsets.count == 2, offsets[0] <= offsets[1] else {
      throw SafetensorsError.malformed(name, "'data_offsets' is not a beginning and an end")
    }
    return Entry(name: name, elementType: elementType, shape: shape, offsets: offsets[0]..<offsets[1])
  }

  private static func readCounts(_ reader: inout JSONReader) throws -> [Int] {
    var counts: [Int] = []
    try reader.readArray { reader in counts.append(try reader.readCount()) }
    return counts
  }
}
