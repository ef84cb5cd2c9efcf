/// What can be wrong with the record of a run; each case describes itself in a sentence that says what to do.
public enum RunLogError: Error, Hashable, CustomStringConvertible {
  /// The record is shorter than it was when the checkpoint was saved.
  case tooShort(path: String, expected: Int)
  /// There is the record of a run already.
  case exists(path: String)

  /// The sentence.
  public var description: String {
    switch self {
    case .tooShort(let path, let expected):
      """
      '\(path)' is missing or has less than the \(expected) bytes that it had when the checkpoint was saved: put the whole \
      file back.
      """
    case .exists(let path):
      """
      '\(path)' is the record of another run: add --resume to go on with that run, or --overwrite to lose it, or name \
      another folder.
      """
    }
  }
}
