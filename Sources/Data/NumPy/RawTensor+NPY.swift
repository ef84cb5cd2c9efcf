extension RawTensor {
  /// The array of a file that NumPy saved; throws an `InputError` where it cannot be read, else as `init(npy:)`.
  public init(npyFile path: String) throws { try self.init(npy: FileContents.bytes(of: path)[...]) }

  /// The array of bytes in NumPy's format, versions 1 to 3, of either byte order, in the order of C or Fortran.
  ///
  /// Throws an `NPYError` where it is of another format, or its elements are of a type that is not read: those are floats of
  /// 2, 4 and 8 bytes, integers of 1 to 8, and truth values.
  /// <https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html>
  public init(npy bytes: ArraySlice<UInt8>) throws {
    var reader = ByteReader(bytes)
    guard reader.readBytes(6)?.elementsEqual([0x93] + "NUMPY".utf8) == true else { throw NPYError.notNPY }
    guard let version = reader.readByte(), reader.readByte() != nil else { throw NPYError.cutOff }
    guard (1...3).contains(version) else { throw NPYError.version(Int(version)) }
    guard let length = reader.readLittleEndian(version == 1 ? 2 : 4) else { throw NPYError.cutOff }
    guard length <= NPYHeader.maximumLength else { throw NPYError.headerTooLong(length) }
    guard let text = reader.readBytes(length) else { throw NPYError.cutOff }
    let header = try NPYHeader(parsing: text)
    let elementType = header.elementType
    guard let count = elementType.byteCount(of: header.shape), count == reader.rest.count else {
      throw NPYError.sizesDiffer(elementType, shape: header.shape, byteCount: reader.rest.count)
    }
    var elements = reader.rest
    if header.isBigEndian { elements = elements.swappingBytes(width: elementType.byteCount) }
    if header.isFortranOrder {
      elements = elements.reorderedFromFortran(header.shape, width: elementType.byteCount)
    }
    try self.init(elementType, shape: header.shape, bytes: elements)
  }
}

extension ArraySlice<UInt8> {
  /// Elements of `width` bytes, of which the first index runs fastest, in the order in which the last does.
  fileprivate func reorderedFromFortran(_ shape: [Int], width: Int) -> ArraySlice<UInt8> {
    guard count > 0, shape.count > 1 else { return self }
    var strides = [Int](repeating: width, count: shape.count)
    for axis in 1..<shape.count { strides[axis] = strides[axis - 1] * shape[axis - 1] }
    var result: [UInt8] = []
    result.reserveCapacity(count)
    var indices = [Int](repeating: 0, count: shape.count)
    var source = startIndex
    while result.count < count {
      result += self[source..<source + width]
      var axis = shape.count - 1
      while axis >= 0 {
        indices[axis] += 1
        source += strides[axis]
        if indices[axis] < shape[axis] { break }
        source -= strides[axis] * shape[axis]
        indices[axis] = 0
        axis -= 1
      }
    }
    return result[...]
  }
}
