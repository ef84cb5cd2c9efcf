import GlissadeData

/// A record that is not what it should be.
package enum RecordError: Error, Hashable, CustomStringConvertible {
  /// There is no record in a folder.
  case nothing(folder: String)
  /// A line is not JSON.
  case line(path: String, line: Int, JSONError)
  /// A line is JSON, and not what its kind of line has to be.
  case member(path: String, line: Int, expected: String)
  /// A file begins otherwise than a record of its kind does.
  case beginning(path: String, expected: String)

  package var description: String {
    switch self {
    case .nothing(let folder):
      "There is no events.jsonl or compare.jsonl in '\(folder)' or its folders; name the folder that was given to --output."
    case .line(let path, let line, let error): "Line \(line) of '\(path)' cannot be read: \(error.description)"
    case .member(let path, let line, let expected):
      "Line \(line) of '\(path)' is not of a record: it should have \(expected)."
    case .beginning(let path, let expected):
      "'\(path)' is not a record: its first line should be the event '\(expected)'."
    }
  }
}
