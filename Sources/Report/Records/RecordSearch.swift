import Foundation
import GlissadeSuite

/// The records in folders.
package struct RecordSearch {
  /// The files of training runs.
  package private(set) var runs: [String] = []
  /// The files of comparisons.
  package private(set) var comparisons: [String] = []

  /// How deep folders are looked through.
  private static let depth = 4

  /// Looks for `events.jsonl` and `compare.jsonl` in folders and in theirs, in the order of their names; throws where a
  /// folder has none.
  package init(_ folders: [String]) throws {
    for folder in folders {
      guard search(folder, depth: Self.depth) else { throw RecordError.nothing(folder: folder) }
    }
  }

  /// Whether there is any in a folder.
  private mutating func search(_ folder: String, depth: Int) -> Bool {
    var isFound = false
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted(by: Self.comesBefore)
    for name in names {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      switch name {
      case RunLog.eventsName:
        add(path, to: &runs)
        isFound = true
      case GlissadeSuite.ComparisonRecord.fileName:
        add(path, to: &comparisons)
        isFound = true
      default:
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        if depth > 0, exists, isFolder.boolValue, search(path, depth: depth - 1) { isFound = true }
      }
    }
    return isFound
  }

  /// A folder that was named twice has one record.
  private func add(_ path: String, to paths: inout [String]) {
    if !paths.contains(path) { paths.append(path) }
  }

  /// Numbers in names in the order of their values: run-2 before run-10, on every machine alike.
  private static func comesBefore(_ first: String, _ second: String) -> Bool {
    let (one, other) = (parts(first), parts(second))
    for (left, right) in zip(one, other) where left != right {
      if let a = Int(left), let b = Int(right), a != b { return a < b }
      return left < right
    }
    return one.count == other.count ? first < second : one.count < other.count
  }

  private static func parts(_ name: String) -> [String] {
    var parts: [String] = []
    for character in name {
      let continues = parts.last?.last.map { $0.isWholeNumber == character.isWholeNumber } ?? false
      if continues { parts[parts.count - 1].append(character) } else { parts.append(String(character)) }
    }
    return parts
  }
}
