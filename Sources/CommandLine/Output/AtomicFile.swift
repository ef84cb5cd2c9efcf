import Foundation

/// Files that are never half-written.
enum AtomicFile {
  /// Throws where a file could not be written at a path: tries it with a file beside, and leaves none.
  static func check(_ path: String) throws {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw OutputError(path: path)
    }
    let probe = "\(path).\(ProcessInfo.processInfo.processIdentifier).probe"
    try write("", to: probe)
    try? FileManager.default.removeItem(atPath: probe)
  }

  /// Writes text to a file beside, makes sure that it reached the disk, and renames it to its place.
  static func write(_ text: String, to path: String) throws {
    let temporary = "\(path).\(ProcessInfo.processInfo.processIdentifier).part"
    do {
      guard FileManager.default.createFile(atPath: temporary, contents: nil),
        let handle = FileHandle(forWritingAtPath: temporary)
      else { throw OutputError(path: path) }
      try handle.write(contentsOf: Data(text.utf8))
      try handle.synchronize()
      try handle.close()
      guard rename(temporary, path) == 0 else { throw OutputError(path: path) }
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw OutputError(path: path)
    }
  }
}

/// A file or folder that could not be written.
struct OutputError: Error, CustomStringConvertible {
  let path: String
  var description: String { "'\(path)' cannot be written; check that the folder exists, is writable and has room." }
}
