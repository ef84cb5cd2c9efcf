/// What can be wrong with an array in NumPy's format; each case describes itself in a sentence that says what to do.
public enum NPYError: Error, Hashable, CustomStringConvertible {
  /// The file does not begin like one.
  case notNPY
  /// The file ends within its header.
  case cutOff
  /// The format has a version that is not read.
  case version(Int)
  /// The header is longer than any that is read.
  case headerTooLong(Int)
  /// The header is not what it should be.
  case header(String)
  /// The elements are of a type that is not read.
  case unsupportedType(String)
  /// The header's sizes do not suit the bytes that follow.
  case sizesDiffer(ElementType, shape: [Int], byteCount: Int)
  /// An archive has no array of that name.
  case noArray(String)
  /// An array's name comes twice.
  case duplicateName(String)

  /// The sentence.
  public var description: String {
    switch self {
    case .notNPY: "The file does not begin like one of NumPy's; it is of another format, or damaged."
    case .cutOff: "The NumPy file is cut off; get it again."
    case .version(let version): "The NumPy file is of version \(version); versions 1 to 3 are read."
    case .headerTooLong(let length):
      "The NumPy file has a header of \(length) bytes; at most \(NPYHeader.maximumLength) are read."
    case .header(let problem): "The NumPy file's header cannot be used: \(problem)."
    case .unsupportedType(let type):
      "The NumPy file has elements of type '\(type)'; convert them to float32, int64 or the like, with astype."
    case .sizesDiffer(let type, let shape, let count):
      "The NumPy file says that it has shape \(shape) of \(type), but has \(count) bytes of elements; get it again."
    case .noArray(let name): "The NumPy archive has no array '\(name)'."
    case .duplicateName(let name): "The NumPy archive has two arrays '\(name)'; save it again."
    }
  }
}
