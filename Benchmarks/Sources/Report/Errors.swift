/// A command line that makes no sense.
struct UsageError: Error, CustomStringConvertible {
  let description: String
}

/// A line of a file that is not a result, or does not go with the lines before it.
struct LineError: Error, CustomStringConvertible {
  let file: String
  let line: Int
  let problem: String
  var description: String { "\(file):\(line): \(problem)" }
}

/// A file that cannot be read.
struct InputError: Error, CustomStringConvertible {
  let file: String
  let problem: String
  var description: String { "'\(file)' \(problem)" }
}

/// A file that cannot be written.
struct OutputError: Error, CustomStringConvertible {
  let file: String
  var description: String { "'\(file)' cannot be written; check that the folder exists, is writable and has room." }
}

/// Files that hold nothing that was asked for.
struct NothingToReportError: Error, CustomStringConvertible {
  let description: String
}
