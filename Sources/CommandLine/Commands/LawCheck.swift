import Glissade
import GlissadeTesting

/// `glissade check --laws`: the laws of every registered optimizer, in every scalar type.
struct LawCheck {
  /// Only optimizers with this in their name; nil for all.
  let wanted: String?
  let isJSON: Bool

  /// Checks all; the result is 0 if no law is broken and 1 otherwise.
  func run() throws -> Int32 {
    let entries = OptimizerRegistry.standard.entries.filter { wanted.map($0.name.contains) ?? true }
    guard !entries.isEmpty else { throw UsageError("No optimizer has '\(wanted ?? "")' in its name.") }
    var failed = 0
    for entry in entries {
      var violations: [LawViolation] = []
      do { try checkLaws(of: entry) } catch let error as LawViolations { violations = error.violations }
      if !violations.isEmpty { failed += 1 }
      show(entry, violations)
    }
    if isJSON {
      var line = JSONLine(event: "finished")
      line.add("optimizers", entries.count)
      line.add("passed", entries.count - failed)
      line.add("failed", failed)
      say(line.text)
    } else {
      say("\n\(entries.count - failed) of \(entries.count) optimizers keep the laws")
    }
    return failed == 0 ? 0 : 1
  }

  private func show(_ entry: OptimizerEntry, _ violations: [LawViolation]) {
    guard isJSON else {
      say("\(violations.isEmpty ? "✓" : "✗") \(entry.name)")
      for violation in violations { say("  \(violation)") }
      return
    }
    var line = JSONLine(event: "laws")
    line.add("optimizer", entry.name)
    line.add("examples", entry.examples.count)
    line.add("outcome", violations.isEmpty ? "passed" : "failed")
    if !violations.isEmpty { line.add("violations", violations.map(\.description)) }
    say(line.text)
  }
}
