import Foundation
import Glissade
import GlissadeTesting

/// `glissade check`: checks every gradient of the framework.
enum CheckCommand: Command {
  static let name = "check"
  static let summary = "Checks all gradients in every scalar type, or results against those of other libraries."
  static var options: [Option] {
    [
      Option("only", "TEXT", "check only what has this in its name"),
      Option("directions", "N", "try so many random directions instead of every element"),
      Option(flag: "laws", "check the laws of every registered optimizer instead"),
      Option("golden", "DIR", "check the reference vectors in the *.json files of a folder instead"),
      Option(flag: "json", "print one JSON object a line"),
    ]
  }

  static func run(_ options: ParsedOptions) throws -> Int32 {
    guard
      [options.text("golden") != nil, options.text("directions") != nil, options.has("laws")].count(where: \.self) < 2
    else { throw UsageError("--golden, --laws and --directions exclude one another.") }
    if options.has("laws") { return try LawCheck(wanted: options.text("only"), isJSON: options.has("json")).run() }
    if let folder = options.text("golden") {
      return try GoldenCheck(folder: folder, wanted: options.text("only"), isJSON: options.has("json")).run()
    }
    var checkOptions = GradientCheckOptions()
    if let count = try options.integer("directions", minimum: 1) { checkOptions.mode = .directions(count) }
    let wanted = options.text("only")
    func isWanted(_ subject: any GradientSubject) -> Bool { wanted.map(subject.name.contains) ?? true }
    let subjects = GradientSuite.subjects.filter(isWanted)
    let models = GradientSuite.models.filter(isWanted)
    guard !(subjects + models).isEmpty else {
      throw UsageError("Nothing that is checked has '\(wanted ?? "")' in its name.")
    }
    let modelOptions = GradientSuite.modelOptions(checkOptions)
    let reports =
      subjects.map { gradientReport(of: $0, options: checkOptions) }
      + models.map { gradientReport(of: $0, options: modelOptions) }
    if options.has("json") { printLines(reports) } else { printTable(reports) }
    return reports.allSatisfy(\.passed) ? 0 : 1
  }

  private static func printLines(_ reports: [GradientReport]) {
    for report in reports {
      for check in report.checks {
        var line = JSONLine(event: "check")
        line.add("subject", report.name)
        line.add("scalar", check.scalar)
        line.add("reference", check.reference.rawValue)
        line.add("outcome", check.passed ? "passed" : "failed")
        line.add("comparisons", check.count)
        line.add("excess", check.excess)
        if !check.passed { line.add("message", check.description) }
        say(line.text)
      }
    }
    var line = JSONLine(event: "finished")
    line.add("subjects", reports.count)
    line.add("passed", reports.count(where: \.passed))
    line.add("failed", reports.count { !$0.passed })
    say(line.text)
  }

  private static func printTable(_ reports: [GradientReport]) {
    let heads = reports[0].checks.map { check in
      check.reference == .double ? check.scalar : check.reference.rawValue
    }
    let rows = reports.map { report in
      [report.passed ? "✓" : "✗", report.name] + report.checks.map { String(format: "%.1e", $0.excess) }
    }
    say("Largest error of each gradient, relative to its tolerance: a number up to 1 passes.\n")
    say(Format.table(["", "what"] + heads, rows, right: Set(2..<(2 + heads.count))))
    let failed = reports.filter { !$0.passed }
    let comparisons = reports.flatMap(\.checks).reduce(0) { $0 + $1.count }
    say("")
    for report in failed { say("✗ \(report)") }
    say(
      "\(reports.count - failed.count) of \(reports.count) passed, \(Format.count(Double(comparisons))) comparisons")
  }
}
