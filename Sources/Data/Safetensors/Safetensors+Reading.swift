extension Safetensors {
  /// The tensors of a file; throws an `InputError` where it cannot be read, else as `init(bytes:)`.
  public init(contentsOf path: String) throws { try self.init(bytes: FileContents.bytes(of: path)) }

  /// The tensors of a file's bytes; throws a `SafetensorsError` where they are not of the format.
  ///
  /// The names keep the order of the header.
  /// - Complexity: O(n log n) in the number of tensors; their bytes are not copied.
  public init(bytes: [UInt8]) throws {
    let (header, data) = try Safetensors.split(bytes)
    let parsed = try SafetensorsHeader(parsing: header)
    try parsed.checkOffsets(byteCount: data.count)
    self.init(metadata: parsed.metadata)
    for entry in parsed.entries {
      let part = data[(data.startIndex + entry.offsets.lowerBound)..<(data.startIndex + entry.offsets.upperBound)]
      guard let tensor = try? RawTensor(entry.elementType, shape: entry.shape, bytes: part) else {
        throw SafetensorsError.sizesDiffer(
          entry.name, entry.elementType, shape: entry.shape, byteCount: part.count)
      }
      insert(tensor, named: entry.name)
    }
  }

  /// The header and what follows.
  private static func split(_ bytes: [UInt8]) throws -> (header: ArraySlice<UInt8>, data: ArraySlice<UInt8>) {
    guard let length = LittleEndian.integers(UInt64.self, in: bytes.prefix(8)).first else {
      throw SafetensorsError.tooShort(bytes.count)
    }
    guard length <= SafetensorsHeader.maximumLength else { throw SafetensorsError.headerTooLong(length) }
    guard length <= bytes.count - 8 else { throw SafetensorsError.headerCutOff(length, found: bytes.count - 8) }
    let end = 8 + Int(length)
    return (bytes[8..<end], bytes[end...])
  }
}
