import Glissade

/// What a command line says about what is kept of a run: its record, its checkpoints, and whether it goes on from them.
struct RecordOptions {
  static let options = [
    Option("output", "DIR", "folder for the record of the run, events.jsonl, and its checkpoints"),
    Option("log-every", "N", "record every Nth step (default: those at which monitors measure)"),
    Option(flag: "csv", "record numbers in scalars.csv too"),
    Option(flag: "tensorboard", "record numbers in run.tfevents too, for TensorBoard"),
    Option(
      "checkpoint-every", "N|epoch|none",
      "save the run every N steps, or after each epoch (default: after an epoch, at most every 10 s)"),
    Option("keep", "N", "checkpoints to keep, beside the best (default 3)"),
    Option(flag: "resume", "go on from the last checkpoint in the folder, bit for bit"),
    Option(flag: "overwrite", "begin anew where the folder holds another run"),
  ]

  let folder: String?
  /// Every how many steps one is recorded; nil for those at which monitors measure.
  let logInterval: Int?
  let formats: Set<RunLog.Format>
  /// When the run is saved; nil for after an epoch, but not often.
  let interval: CheckpointInterval?
  let keep: Int
  let resumes: Bool
  let overwrites: Bool

  init(_ options: ParsedOptions) throws {
    folder = try options.folder("output")
    logInterval = try options.integer("log-every", minimum: 1)
    formats = Set((options.has("csv") ? [.csv] : []) + (options.has("tensorboard") ? [.tensorBoard] : []))
    switch options.text("checkpoint-every") {
    case nil: interval = nil
    case "epoch": interval = .epoch
    case "none": interval = .never
    default: interval = .steps(try options.integer("checkpoint-every", default: 1, minimum: 1))
    }
    keep = try options.integer("keep", default: 3, minimum: 1)
    resumes = options.has("resume")
    overwrites = options.has("overwrite")
    if resumes && overwrites { throw UsageError("--resume and --overwrite exclude one another.") }
    let needing =
      ["csv", "tensorboard", "resume", "overwrite"].first { options.has($0) }
      ?? ["checkpoint-every", "keep"].first { options.text($0) != nil }
    if folder == nil, let needing { throw UsageError("--\(needing) needs a folder: add --output DIR.") }
  }

  var checkpoints: CheckpointFolder? { folder.map { CheckpointFolder("\($0)/checkpoints", keep: keep) } }
}
