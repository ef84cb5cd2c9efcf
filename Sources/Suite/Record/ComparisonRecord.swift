import Foundation
import Synchronization

/// The file `compare.jsonl` of a comparison that is under way or over.
///
/// Each line is handed to the system when its run is over, so an interruption loses no run that is done; once a second they are
/// forced to the disk, so a power failure loses no more than that. A line that was half-written is dropped when the file is opened
/// again.
public final class ComparisonRecord: Sendable {
  /// The trials and runs that the file had.
  public let done: [ComparisonLine]
  private let path: String
  private let file: Mutex<Appending>

  private struct Appending {
    let handle: FileHandle
    var lastSynchronized = ContinuousClock.now
  }

  /// Opens the record of a comparison in a folder, which is made if it is not there; a new record gets the header.
  ///
  /// Throws where the file holds another comparison, or what is no record.
  public init(folder: String, header: ComparisonHeader) throws {
    path = folder + "/compare.jsonl"
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch { throw OutputError(path: folder) }
    let lines = try Self.read(path)
    if lines.isEmpty {
      try AtomicFile.write(try ComparisonLine.comparison(header).text + "\n", to: path)
    } else {
      guard case .comparison(let previous) = lines[0], previous.version == header.version, previous.plan == header.plan
      else { throw RecordError.anotherComparison(path: path) }
    }
    done = lines.filter { $0.key != nil }
    guard let handle = FileHandle(forUpdatingAtPath: path) else { throw OutputError(path: path) }
    do {
      try handle.truncate(atOffset: UInt64(try Self.wholeLines(path).utf8.count))
      try handle.seekToEnd()
    } catch { throw OutputError(path: path) }
    file = Mutex(Appending(handle: handle))
  }

  /// Appends a line.
  public func append(_ line: ComparisonLine) throws {
    let text = try line.text + "\n"
    do {
      try file.withLock {
        try $0.handle.write(contentsOf: Data(text.utf8))
        guard $0.lastSynchronized.duration(to: .now) > .seconds(1) else { return }
        try $0.handle.synchronize()
        $0.lastSynchronized = .now
      }
    } catch { throw OutputError(path: path) }
  }

  /// Writes all lines anew in their order, after the first line that is there.
  public func finish(_ lines: [ComparisonLine]) throws {
    let header = try Self.wholeLines(path).prefix { $0 != "\n" }
    try AtomicFile.write(
      ([String(header)] + lines.map { try $0.text }).map { $0 + "\n" }.joined(), to: path)
  }

  /// The lines of a record; empty where there is no file. A last line without its end is left out, as are unknown events.
  public static func read(_ path: String) throws -> [ComparisonLine] {
    try wholeLines(path).split(separator: "\n", omittingEmptySubsequences: false).dropLast().enumerated()
      .compactMap { number, text in
        do { return try ComparisonLine(text: text) } catch {
          throw RecordError.malformedLine(path: path, line: number + 1)
        }
      }
  }

  /// The text up to its last newline.
  private static func wholeLines(_ path: String) throws -> Substring {
    guard FileManager.default.fileExists(atPath: path) else { return "" }
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(validating: data.prefix(upTo: (data.lastIndex(of: 0x0a) ?? -1) + 1), as: UTF8.self)
    else { throw RecordError.unreadable(path: path) }
    return text[...]
  }
}
