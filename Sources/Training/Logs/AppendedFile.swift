import Foundation

/// A file that only grows, whose end is always the end of what was added as a whole.
package struct AppendedFile {
  /// Where it is.
  package let path: String
  /// Its length in bytes.
  package private(set) var position: Int
  private let handle: FileHandle

  /// An empty file, in place of one that was there; throws an `OutputError` where it cannot be made.
  package init(creating path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw OutputError(path: path) }
    self.path = path
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    position = 0
  }

  /// A file that is there, cut off at a position; throws where it is shorter, or cannot be written.
  package init(continuing path: String, at position: Int) throws {
    guard let handle = FileHandle(forUpdatingAtPath: path) else { throw OutputError(path: path) }
    guard let end = try? handle.seekToEnd(), end >= UInt64(position) else {
      throw RunLogError.tooShort(path: path, expected: position)
    }
    self.path = path
    self.handle = handle
    self.position = position
    try cutOff()
  }

  /// Adds bytes at the end; where that fails, the file is left as it was.
  package mutating func append(_ bytes: some Sequence<UInt8>) throws {
    let data = Data(bytes)
    do {
      try handle.write(contentsOf: data)
      position += data.count
    } catch {
      try? cutOff()
      throw OutputError(path: path)
    }
  }

  /// Makes sure that everything added has reached the disk.
  package func synchronize() throws {
    do { try handle.synchronize() } catch { throw OutputError(path: path) }
  }

  private func cutOff() throws {
    do {
      try handle.truncate(atOffset: UInt64(position))
      try handle.seek(toOffset: UInt64(position))
    } catch {
      throw OutputError(path: path)
    }
  }
}
