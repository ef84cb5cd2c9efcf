/// What can be wrong with a file in IDX; each case describes itself in a sentence that says what to do.
public enum IDXError: Error, Hashable, CustomStringConvertible {
  /// The file ends within its header.
  case cutOff
  /// The file does not begin like one.
  case notIDX
  /// The header's sizes do not suit the bytes that follow.
  case sizesDiffer(shape: [Int], byteCount: Int)

  /// The sentence.
  public var description: String {
    switch self {
    case .cutOff: "The IDX file is cut off; get it again."
    case .notIDX: "The file does not begin like one in IDX, the format of MNIST; it is another one, or damaged."
    case .sizesDiffer(let shape, let count):
      "The IDX file says that it has shape \(shape), but has \(count) bytes of elements; get it again."
    }
  }
}
