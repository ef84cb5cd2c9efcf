import Glissade
import GlissadeSuite
import Synchronization

/// What a sweep prints.
final class SweepOutput: Sendable {
  /// What came of a run.
  enum Result {
    /// It was there already.
    case before
    case now(SweepProcess.Outcome)
  }

  private struct Counts: Sendable {
    var run = 0
    var skipped = 0
    var failed = 0
  }

  private let total: Int
  private let isJSON: Bool
  private let counts = Mutex(Counts())

  init(count: Int, isJSON: Bool) {
    total = count
    self.isJSON = isJSON
  }

  /// A run is over.
  func show(_ process: SweepProcess, _ result: Result) {
    counts.withLock { counts in
      switch result {
      case .before: counts.skipped += 1
      case .now(let outcome):
        counts.run += 1
        if outcome.status != 0 { counts.failed += 1 }
        emit(process, outcome, done: counts.run + counts.skipped)
      }
    }
  }

  private func emit(_ process: SweepProcess, _ outcome: SweepProcess.Outcome, done: Int) {
    if isJSON {
      var line = JSONLine(event: "run")
      line.add("number", process.run.number)
      line.add("folder", process.folder)
      line.add("status", Int(outcome.status))
      line.add("seconds", outcome.seconds)
      say(line.text)
    } else {
      let failure = outcome.status == 0 ? "" : ": status \(outcome.status), see \(process.folder)/output.txt"
      say(
        "\(outcome.status == 0 ? "✓" : "✗") \(done)/\(total)  \(process.run.folderName)  "
          + "\(Format.fixed(outcome.seconds, 1)) s\(failure)")
    }
  }

  /// Prints the end; whether no run failed.
  func finish() -> Bool {
    let counts = counts.withLock { $0 }
    if isJSON {
      var line = JSONLine(event: "finished")
      line.add("runs", counts.run)
      line.add("skipped", counts.skipped)
      line.add("failed", counts.failed)
      say(line.text)
    } else {
      say("\(counts.run) run, \(counts.failed) of them failed; \(counts.skipped) were there already")
    }
    return counts.failed == 0
  }
}
