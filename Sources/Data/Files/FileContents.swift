import Foundation

/// Whole files as bytes.
package enum FileContents {
  /// The most bytes that are read at a time.
  private static let chunk = 8 << 20

  /// The bytes of a regular file; a folder, a device or a pipe is refused.
  package static func bytes(of path: String) throws -> [UInt8] {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: resolved(path)),
      let size = attributes[.size] as? NSNumber
    else { throw InputError(path: path, problem: "there is no such file, or it may not be looked at") }
    guard attributes[.type] as? FileAttributeType == .typeRegular else {
      throw InputError(path: path, problem: "it is not a regular file")
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw InputError(path: path, problem: "it may not be read")
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size.intValue)
    do {
      while let part = try handle.read(upToCount: chunk), !part.isEmpty { bytes.append(contentsOf: part) }
      try handle.close()
    } catch {
      throw InputError(path: path, problem: "reading stopped with an error")
    }
    return bytes
  }

  private static func resolved(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
}

/// A file that could not be read.
public struct InputError: Error, Hashable, CustomStringConvertible {
  /// Where it was to be.
  public let path: String
  /// What was in the way.
  public let problem: String

  /// The failure to read a file.
  public init(path: String, problem: String) {
    self.path = path
    self.problem = problem
  }

  /// A sentence that says what is the matter.
  public var description: String { "'\(path)' cannot be read: \(problem)." }
}
