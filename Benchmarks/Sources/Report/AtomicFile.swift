import Foundation

/// Files that are never half-written.
enum AtomicFile {
  /// Writes text to a file beside, and renames it to its place.
  static func write(_ text: String, to path: String) throws {
    let temporary = "\(path).\(ProcessInfo.processInfo.processIdentifier).part"
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: temporary))
      guard rename(temporary, path) == 0 else { throw OutputError(file: path) }
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw OutputError(file: path)
    }
  }
}
