import Foundation
import Glissade
import GlissadeTesting

/// `glissade check --golden DIR`: results against those of other libraries.
struct GoldenCheck {
  let folder: String
  /// Only cases with this in their name; nil for all.
  let wanted: String?
  let isJSON: Bool

  /// Runs all cases; the result is 0 if none failed and 1 otherwise.
  func run() throws -> Int32 {
    let files = try GoldenFile.all(in: URL(fileURLWithPath: folder))
    var counts: [String: Int] = [:]
    var rows: [[String]] = []
    for file in files {
      for item in file.cases where wanted.map(item.name.contains) ?? true {
        let outcome = GoldenSuite.run(item, in: file)
        counts[outcome.name, default: 0] += 1
        if isJSON { say(line(item, outcome).text) } else { rows.append(row(item, outcome)) }
      }
    }
    guard !counts.isEmpty else { throw UsageError("No case in '\(folder)' has '\(wanted ?? "")' in its name.") }
    finish(counts, rows)
    return counts["failed"] == nil ? 0 : 1
  }

  private func line(_ item: GoldenCase, _ outcome: GoldenOutcome) -> JSONLine {
    var line = JSONLine(event: "case")
    line.add("family", item.family)
    line.add("case", item.name)
    line.add("outcome", outcome.name)
    if let error = outcome.error { line.add("error", error) }
    if let message = outcome.message { line.add("message", message) }
    return line
  }

  private func row(_ item: GoldenCase, _ outcome: GoldenOutcome) -> [String] {
    let sign = ["passed": "✓", "failed": "✗"][outcome.name] ?? "–"
    return [
      sign, item.family, item.name, outcome.error.map { String(format: "%.1e", $0) } ?? "", outcome.message ?? "",
    ]
  }

  private func finish(_ counts: [String: Int], _ rows: [[String]]) {
    let (passed, failed, unsupported) = (
      counts["passed"] ?? 0, counts["failed"] ?? 0, counts["unsupported"] ?? 0
    )
    if isJSON {
      var line = JSONLine(event: "finished")
      line.add("cases", passed + failed + unsupported)
      line.add("passed", passed)
      line.add("failed", failed)
      line.add("unsupported", unsupported)
      say(line.text)
    } else {
      say(Format.table(["", "family", "case", "error", ""], rows, right: [3]))
      say("\n\(passed) passed, \(failed) failed, \(unsupported) unsupported")
    }
  }
}
