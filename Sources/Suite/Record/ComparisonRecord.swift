import Foundation
import Synchronization

/// The file `compare.jsonl` of a comparison that is under way or over.
///
/// Each line is handed to the system when its run is over, so an interruption loses no run that is done; once a second they are
/// forced to the disk, so a power failure loses no more than that. A line that was half-written is dropped when the file is opened
/// again.
public final class ComparisonRecord: Sendable {
  /// The name of the file.
  public static let fileName = "compare.jsonl"
  /// The trials and runs that the file had.
  public let done: [ComparisonLine]
  private let path: String
  private let firstLine: String
  private let file: Mutex<Appending>

  private struct Appending {
    var file: AppendedFile
    var lastSynchronized = ContinuousClock.now
  }

  /// Opens the record of a comparison in a folder, which is made if it is not there; a new record gets the header.
  ///
  /// Throws where the file holds another comparison, or what is no record.
  public init(folder: String, header: ComparisonHeader) throws {
    path = folder + "/" + Self.fileName
    try AtomicFile.makeFolder(folder)
    var text = try Self.wholeLines(path)
    let lines = try Self.lines(of: text, path)
    if lines.isEmpty {
      text = try ComparisonLine.comparison(header).text + "\n"
      try AtomicFile.write(text, to: path)
    } else {
      guard case .comparison(let previous) = lines[0], previous.version == header.version, previous.plan == header.plan
      else { throw RecordError.anotherComparison(path: path) }
    }
    done = lines.filter { $0.key != nil }
    firstLine = String(text.prefix { $0 != "\n" })
    file = Mutex(Appending(file: try AppendedFile(continuing: path, at: text.utf8.count)))
  }

  /// Appends a line.
  public func append(_ line: ComparisonLine) throws {
    let text = try line.text + "\n"
    try file.withLock {
      try $0.file.append(text.utf8)
      guard $0.lastSynchronized.duration(to: .now) > .seconds(1) else { return }
      try $0.file.synchronize()
      $0.lastSynchronized = .now
    }
  }

  /// Writes all lines anew in their order, after the first line that is there.
  public func finish(_ lines: [ComparisonLine]) throws {
    try AtomicFile.write(
      ([firstLine] + lines.map { try $0.text }).map { $0 + "\n" }.joined(), to: path)
  }

  /// The lines of a record; empty where there is no file. A last line without its end is left out, as are unknown events.
  public static func read(_ path: String) throws -> [ComparisonLine] {
    try lines(of: wholeLines(path), path)
  }

  private static func lines(of text: String, _ path: String) throws -> [ComparisonLine] {
    try text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().enumerated()
      .compactMap { number, text in
        do { return try ComparisonLine(text: text) } catch {
          throw RecordError.malformedLine(path: path, line: number + 1)
        }
      }
  }

  /// The text up to its last newline.
  private static func wholeLines(_ path: String) throws -> String {
    guard FileManager.default.fileExists(atPath: path) else { return "" }
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(validating: data.prefix(upTo: (data.lastIndex(of: 0x0a) ?? -1) + 1), as: UTF8.self)
    else { throw RecordError.unreadable(path: path) }
    return text
  }
}
