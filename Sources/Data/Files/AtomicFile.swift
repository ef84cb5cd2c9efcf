import Foundation

/// Files that are never half-written: whoever looks finds the old file or the whole new one, also after a power failure.
package enum AtomicFile {
  /// Throws where a file could not be written at a path: tries it with a file beside, and leaves none.
  package static func check(_ path: String) throws {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw OutputError(path: path)
    }
    let probe = "\(path).\(ProcessInfo.processInfo.processIdentifier).probe"
    try write("", to: probe)
    try? FileManager.default.removeItem(atPath: probe)
  }

  /// Makes a folder where there is none, with those that it lies in; throws an `OutputError` where that fails.
  package static func makeFolder(_ path: String) throws {
    do { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) } catch {
      throw OutputError(path: path)
    }
  }

  /// Writes text.
  package static func write(_ text: String, to path: String) throws {
    try write([Array(text.utf8)[...]], to: path)
  }

  /// Writes parts one after the other to a file beside, makes sure that it reached the disk, renames it to its place, and
  /// makes sure of that.
  package static func write(_ parts: some Sequence<ArraySlice<UInt8>>, to path: String) throws {
    let temporary = "\(path).\(ProcessInfo.processInfo.processIdentifier).part"
    do {
      guard FileManager.default.createFile(atPath: temporary, contents: nil),
        let handle = FileHandle(forWritingAtPath: temporary)
      else { throw OutputError(path: path) }
      for part in parts { try handle.write(contentsOf: part) }
      try handle.synchronize()
      try handle.close()
      guard rename(temporary, path) == 0 else { throw OutputError(path: path) }
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw OutputError(path: path)
    }
    synchronizeFolder(of: path)
  }

  /// Makes sure that a renaming reached the disk. The file is complete even where a file system cannot do this.
  private static func synchronizeFolder(of path: String) {
    let folder = open(URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY)
    guard folder >= 0 else { return }
    _ = fsync(folder)
    _ = close(folder)
  }
}

/// A file or folder that could not be written.
public struct OutputError: Error, Hashable, CustomStringConvertible {
  /// Where it was to be.
  public let path: String

  /// The failure to write to a path.
  public init(path: String) { self.path = path }

  /// A sentence that says what to check.
  public var description: String {
    "'\(path)' cannot be written; check that the folder exists, is writable and has room."
  }
}
