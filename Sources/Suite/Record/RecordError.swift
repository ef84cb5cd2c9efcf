/// What can be wrong with the record of a comparison.
public enum RecordError: Error, Hashable, CustomStringConvertible {
  /// The file cannot be read, or is no text.
  case unreadable(path: String)
  /// A line is not what the format says.
  case malformedLine(path: String, line: Int)
  /// The file is the record of a comparison by another plan or version.
  case anotherComparison(path: String)

  /// A sentence that says what to do.
  public var description: String {
    switch self {
    case .unreadable(let path): "'\(path)' cannot be read as text; choose another folder, or take the file away."
    case .malformedLine(let path, let line):
      "Line \(line) of '\(path)' is not a line of a comparison's record; take it out, or choose another folder."
    case .anotherComparison(let path):
      "'\(path)' is the record of another comparison; repeat its command to go on with it, or choose another folder."
    }
  }
}
