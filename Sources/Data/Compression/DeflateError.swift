/// What can be wrong with compressed data; each case describes itself in a sentence that says what to do.
public enum DeflateError: Error, Hashable, CustomStringConvertible {
  /// The data ends before it is complete.
  case cutOff
  /// A rule of the format is broken.
  case damaged(String)
  /// The data would take more bytes than are allowed.
  case tooLarge(limit: Int)
  /// The bytes are not those that were compressed.
  case checksum

  /// The sentence.
  public var description: String {
    switch self {
    case .cutOff: "The compressed data is cut off; get the file again."
    case .damaged(let problem): "The compressed data is damaged: \(problem); get the file again."
    case .tooLarge(let limit):
      "The data takes more than the \(limit) bytes allowed; unpack the file and look at it first."
    case .checksum: "The checksum of the unpacked data is not that in the file; get the file again."
    }
  }
}
