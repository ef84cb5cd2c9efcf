extension RawTensor {
  /// The tensor of a file in IDX, the format of MNIST, plain or packed by gzip.
  ///
  /// Throws an `InputError` where the file cannot be read, an `IDXError` where it is of another format, and a `DeflateError`
  /// where it does not unpack, or takes more than `limit` bytes (default 1 GiB).
  public init(idxFile path: String, limit: Int = 1 << 30) throws {
    try self.init(idx: Gzip.unpackIfPacked(FileContents.bytes(of: path), limit: limit))
  }

  /// The tensor of bytes in IDX: two zeros, the type, the number of axes, their sizes, and the elements, all big-endian.
  public init(idx bytes: [UInt8]) throws {
    var reader = ByteReader(bytes[...])
    guard let zeros = reader.readBigEndian(2), let code = reader.readByte(), let rank = reader.readByte() else {
      throw IDXError.cutOff
    }
    guard zeros == 0, let elementType = ElementType(idxCode: code) else { throw IDXError.notIDX }
    var shape: [Int] = []
    for _ in 0..<rank {
      guard let size = reader.readBigEndian(4) else { throw IDXError.cutOff }
      shape.append(size)
    }
    guard let count = elementType.byteCount(of: shape), count == reader.rest.count else {
      throw IDXError.sizesDiffer(shape: shape, byteCount: reader.rest.count)
    }
    try self.init(elementType, shape: shape, bytes: reader.rest.swappingBytes(width: elementType.byteCount))
  }
}

extension ElementType {
  /// The type that IDX names by a byte, nil for others.
  fileprivate init?(idxCode: UInt8) {
    switch idxCode {
    case 0x08: self = .uint8
    case 0x09: self = .int8
    case 0x0b: self = .int16
    case 0x0c: self = .int32
    case 0x0d: self = .float32
    case 0x0e: self = .float64
    default: return nil
    }
  }
}
