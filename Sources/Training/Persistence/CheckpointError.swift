/// What can be wrong with checkpoints; each case describes itself in a sentence that says what to do.
public enum CheckpointError: Error, Equatable, CustomStringConvertible {
  /// What a file holds is not a whole checkpoint.
  case damaged(String)
  /// A checkpoint is of another run.
  case otherRun(String)
  /// A run was told something else than when it was saved.
  case otherConfiguration(name: String, saved: String?, now: String?)
  /// There are checkpoints, and none of them is whole.
  case noneUsable(folder: String, problems: [String])
  /// A folder for checkpoints cannot be listed.
  case unreadable(folder: String)

  /// The sentence.
  public var description: String {
    switch self {
    case .damaged(let problem): "It is not a whole checkpoint: \(problem)."
    case .otherRun(let problem): "The checkpoint is of another run: \(problem). Resume with what that run was told."
    case .otherConfiguration(let name, let saved, let now):
      """
      The run that is to be resumed had \(name) \(saved ?? "not given"), now it is \(now ?? "not given"): resume with the \
      same, or train anew into another folder.
      """
    case .noneUsable(let folder, let problems):
      "No checkpoint in '\(folder)' can be used: \(problems.joined(separator: " "))"
    case .unreadable(let folder): "The folder '\(folder)' cannot be listed; check that it is one and may be read."
    }
  }
}
