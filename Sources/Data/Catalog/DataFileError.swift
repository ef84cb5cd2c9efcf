/// What is wrong with a file or folder of data.
public struct DataFileError: Error, CustomStringConvertible {
  /// The file or folder.
  public let path: String
  /// What its reader says.
  public let problem: any Error

  /// The sentence of the reader, after the path.
  public var description: String { problem is InputError ? "\(problem)" : "'\(path)': \(problem)" }

  /// What `body` returns; what it throws is thrown with the path.
  static func naming<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
    do { return try body() } catch { throw DataFileError(path: path, problem: error) }
  }
}
