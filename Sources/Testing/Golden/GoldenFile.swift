import Foundation

/// A file of reference vectors: cases of one family, and data that they share.
public struct GoldenFile: Sendable {
  /// What the cases are of: `optimizers`, `schedules`, `lbfgs` …
  public let family: String
  /// The cases, in order.
  public let cases: [GoldenCase]
  /// Data shared by cases, by name.
  let problems: [String: JSONValue]

  /// The data that a case says it shares, nil where there are none.
  func problem(of item: GoldenCase) -> JSONValue? { item.value["problem"]?.text.flatMap { problems[$0] } }

  /// Reads a file; throws a sentence where it cannot be read or is not of the format.
  public init(contentsOf url: URL) throws {
    let name = url.lastPathComponent
    let data: Data
    do { data = try Data(contentsOf: url) } catch { throw GoldenError.unreadable(file: name, reason: "\(error)") }
    guard let value = try? JSONDecoder().decode(JSONValue.self, from: data) else {
      throw GoldenError.malformed(file: name, problem: "it is not JSON")
    }
    guard value["format"]?.number == 1 else {
      throw GoldenError.malformed(file: name, problem: "'format' is not 1")
    }
    guard let family = value["family"]?.text, let cases = value["cases"]?.array else {
      throw GoldenError.malformed(file: name, problem: "it has no 'family' or no 'cases'")
    }
    self.family = family
    problems = value["problems"]?.object ?? [:]
    self.cases = try cases.map { try GoldenCase($0, family: family, file: name) }
  }

  /// The golden files of a folder, by name; throws where there is none.
  public static func all(in folder: URL) throws -> [GoldenFile] {
    let names: [String]
    do { names = try FileManager.default.contentsOfDirectory(atPath: folder.path) } catch {
      throw GoldenError.unreadable(file: folder.path, reason: "it is not a folder that can be read")
    }
    let files = try names.filter { $0.hasSuffix(".json") }.sorted().map {
      try GoldenFile(contentsOf: folder.appendingPathComponent($0))
    }
    guard !files.isEmpty else { throw GoldenError.noFiles(folder: folder.path) }
    return files
  }
}

/// What can be wrong with golden files.
public enum GoldenError: Error, Hashable, CustomStringConvertible {
  /// The file cannot be read.
  case unreadable(file: String, reason: String)
  /// The file is not of the format.
  case malformed(file: String, problem: String)
  /// A folder has no golden file.
  case noFiles(folder: String)

  /// A sentence that says what is the matter.
  public var description: String {
    switch self {
    case .unreadable(let file, let reason): "'\(file)' cannot be read: \(reason)."
    case .malformed(let file, let problem): "'\(file)' is no golden file of format 1: \(problem)."
    case .noFiles(let folder): "There is no golden file (*.json) in '\(folder)'."
    }
  }
}
