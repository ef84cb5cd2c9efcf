/// The header of a file in NumPy's format: a dictionary as Python writes it, with three entries.
///
///     {'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }
struct NPYHeader {
  /// The longest header that is read; NumPy itself reads 10,000 bytes.
  static let maximumLength = 65_535

  /// What the elements are.
  let elementType: ElementType
  /// Whether the highest byte of an element comes first.
  let isBigEndian: Bool
  /// Whether the first index runs fastest.
  let isFortranOrder: Bool
  /// The sizes of the axes.
  let shape: [Int]

  /// Reads a header.
  init(parsing text: ArraySlice<UInt8>) throws {
    var reader = PythonReader(text)
    var (type, order, shape): (String?, Bool?, [Int]?) = (nil, nil, nil)
    try reader.expect("{")
    while !reader.take("}") {
      let key = try reader.readString()
      try reader.expect(":")
      switch key {
      case "descr" where type == nil: type = try reader.readString()
      case "fortran_order" where order == nil: order = try reader.readTruth()
      case "shape" where shape == nil: shape = try reader.readTuple()
      default: throw NPYError.header("'\(key)' is unknown or comes twice")
      }
      guard reader.take(",") else {
        try reader.expect("}")
        break
      }
    }
    guard reader.isAtEnd else { throw NPYError.header("something follows it") }
    guard let type, let order, let shape else { throw NPYError.header("an entry is missing") }
    (elementType, isBigEndian) = try NPYHeader.elementType(of: type)
    isFortranOrder = order
    self.shape = shape
  }

  /// The type that a text such as `<f4` stands for, and whether its highest byte comes first.
  private static func elementType(of text: String) throws -> (ElementType, isBigEndian: Bool) {
    let types: [String: ElementType] = [
      "f2": .float16, "f4": .float32, "f8": .float64, "i1": .int8, "i2": .int16, "i4": .int32, "i8": .int64,
      "u1": .uint8, "u2": .uint16, "u4": .uint32, "u8": .uint64, "b1": .bool,
    ]
    guard let order = text.first, "<>|=".contains(order), let type = types[String(text.dropFirst())] else {
      throw NPYError.unsupportedType(text)
    }
    return (type, order == ">")
  }
}
