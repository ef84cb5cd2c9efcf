import Foundation

/// The checkpoints of one run in a folder, of which the last few and the best are kept.
///
/// Files are named by their steps. One is written beside and renamed, and only then are older ones deleted, so that at any
/// moment the folder holds a whole checkpoint once there has been one.
public struct CheckpointFolder: Sendable {
  /// The folder.
  public let path: String
  /// How many of the last are kept.
  public let keep: Int

  /// The checkpoints in a folder, which need not exist yet.
  public init(_ path: String, keep: Int = 3) {
    require(keep > 0, "one or more checkpoints are kept, not \(keep)")
    self.path = path
    self.keep = keep
  }

  /// A checkpoint that was found, where, and what is wrong with later ones that could not be used.
  public struct Found<S: Scalar>: Sendable {
    /// The checkpoint.
    public let checkpoint: Checkpoint<S>
    /// Its file.
    public let path: String
    /// A sentence for each later file that is damaged.
    public let problems: [String]
  }

  private static let prefix = "step-"
  private static let suffix = ".safetensors"

  /// The file of a step.
  public func file(step: Int) -> String {
    let digits = String(step)
    return "\(path)/\(Self.prefix)\(String(repeating: "0", count: max(0, 9 - digits.count)))\(digits)\(Self.suffix)"
  }

  /// The steps of which there are checkpoints, the last first; none where there is no such folder.
  public func steps() throws -> [Int] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw CheckpointError.unreadable(folder: path)
    }
    return names.compactMap { name in
      guard name.hasPrefix(Self.prefix), name.hasSuffix(Self.suffix) else { return nil }
      return Int(name.dropFirst(Self.prefix.count).dropLast(Self.suffix.count))
    }
    .sorted(by: >)
  }

  /// Saves a checkpoint under its step and deletes those that are no longer kept; throws an `OutputError` where it cannot be
  /// written, and leaves the others. The result is its file.
  @discardableResult
  public func save(_ checkpoint: Checkpoint<some Scalar>) throws -> String {
    try AtomicFile.makeFolder(path)
    let step = checkpoint.trainer.step
    let file = file(step: step)
    try checkpoint.write(to: file)
    // Later steps are of a run that went on from an older checkpoint than theirs.
    let present = try steps()
    let kept = Set(present.filter { $0 <= step }.prefix(keep) + [checkpoint.bestSaved?.step].compactMap(\.self))
    for other in present where !kept.contains(other) {
      try? FileManager.default.removeItem(atPath: self.file(step: other))
    }
    return file
  }

  /// Deletes all checkpoints.
  public func removeAll() throws {
    for step in try steps() {
      do { try FileManager.default.removeItem(atPath: file(step: step)) } catch { throw OutputError(path: path) }
    }
  }

  /// The last checkpoint that is whole, nil where the folder holds none at all.
  ///
  /// A damaged file is passed over, and the one before it taken. Throws where there are files and all are damaged, and where
  /// the last whole one is of another run, or was told something else than the configuration if one is given.
  public func latest<S: Scalar>(
    _ scalar: S.Type = S.self, layout: ParameterLayout, configuration: [String: String]? = nil
  ) throws -> Found<S>? {
    var problems: [String] = []
    for step in try steps() {
      let file = file(step: step)
      do {
        let checkpoint = try Checkpoint<S>(contentsOf: file, layout: layout, configuration: configuration)
        return Found(checkpoint: checkpoint, path: file, problems: problems)
      } catch let error as CheckpointError {
        guard case .damaged = error else { throw error }
        problems.append("'\(file)' is damaged. \(error)")
      } catch {
        problems.append("'\(file)' is damaged. \(error)")
      }
    }
    if problems.isEmpty { return nil }
    throw CheckpointError.noneUsable(folder: path, problems: problems)
  }
}
