/// What can be wrong with a safetensors file; each case describes itself in a sentence that says what to do.
public enum SafetensorsError: Error, Hashable, CustomStringConvertible {
  /// The file is too short for the length of a header.
  case tooShort(Int)
  /// The header is longer than any that is read.
  case headerTooLong(UInt64)
  /// The file ends within the header.
  case headerCutOff(UInt64, found: Int)
  /// The header does not begin like one.
  case noHeader
  /// The header is not the JSON that it should be.
  case header(JSONError)
  /// A name comes twice.
  case duplicateName(String)
  /// What the header says of a tensor is incomplete or contradicts itself.
  case malformed(String, String)
  /// The elements of a tensor are of a type that is not read.
  case unsupportedType(String, String)
  /// A tensor's place in the file does not suit its shape.
  case sizesDiffer(String, ElementType, shape: [Int], byteCount: Int)
  /// A tensor does not begin where the one before it ends, or ends beyond the file.
  case misplaced(String, from: Int, to: Int, expected: Int, byteCount: Int)
  /// There are bytes that belong to no tensor.
  case bytesLeft(Int)
  /// There is no tensor of that name.
  case noTensor(String)
  /// A tensor has another shape than is needed.
  case shapeDiffers(String, found: [Int], expected: [Int])

  /// The sentence.
  public var description: String {
    switch self {
    case .tooShort(let count): "A safetensors file has at least 8 bytes, not \(count); it may be cut off."
    case .headerTooLong(let length):
      "The file begins with \(length), where safetensors has the length of its header, at most "
        + "\(SafetensorsHeader.maximumLength); it is of another format, or damaged."
    case .headerCutOff(let length, let found):
      "A header of \(length) bytes is announced and \(found) bytes follow; the file is cut off or of another format."
    case .noHeader: "The header does not begin with '{'; the file is of another format, or damaged."
    case .header(let error): "The header cannot be read: \(error)"
    case .duplicateName(let name): "'\(name)' comes twice in the header; every name may come once."
    case .malformed(let name, let problem): "The header cannot be used: of tensor '\(name)', \(problem)."
    case .unsupportedType(let name, let type):
      "Tensor '\(name)' has elements of type '\(type)'; those read are "
        + ElementType.allCases.map(\.safetensorsName).joined(separator: ", ") + "."
    case .sizesDiffer(let name, let type, let shape, let count):
      "Tensor '\(name)' of shape \(shape) of \(type) has \(count) bytes in the file, which is not its size; the file is "
        + "damaged."
    case .misplaced(let name, let from, let to, let expected, let count):
      "Tensor '\(name)' lies at bytes \(from) to \(to), but should begin at \(expected) and end within \(count); the file "
        + "is cut off or damaged."
    case .bytesLeft(let count): "\(count) bytes at the end belong to no tensor; the file is damaged."
    case .noTensor(let name): "The file has no tensor '\(name)'; it may be of another model."
    case .shapeDiffers(let name, let found, let expected):
      "Tensor '\(name)' has shape \(found), not \(expected); the file may be of another model."
    }
  }
}
