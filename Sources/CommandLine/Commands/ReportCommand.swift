import Foundation
import Glissade
import GlissadeData
import GlissadeReport

/// `glissade report`: makes a page of the records of training runs and comparisons.
enum ReportCommand: Command {
  static let name = "report"
  static let summary = "Makes one page of the records of training runs and comparisons."
  static let words: String? = "DIR…"
  static var options: [Option] {
    [
      Option("output", "FILE", "the page, which needs no other file (default report.html)", short: "o"),
      Option("svg", "DIR", "folder for every chart as an SVG file of its own"),
      Option(flag: "json", "print one JSON object"),
    ]
  }

  /// More runs than this are left to the page.
  private static let mostRows = 40

  static func run(_ options: ParsedOptions) throws -> Int32 {
    guard !options.words.isEmpty else {
      throw UsageError("'glissade report' needs a folder with records: the one that was given to --output.")
    }
    let path = options.text("output") ?? "report.html"
    try AtomicFile.check(path)
    let found = try RecordSearch(options.words)
    let report = try Report(on: found, version: version, landscape: landscape(of:))
    let charts = report.charts
    if let folder = options.text("svg") {
      try AtomicFile.makeFolder(folder)
      for chart in charts { try AtomicFile.write(chart.file, to: "\(folder)/\(chart.name).svg") }
    }
    try AtomicFile.write(report.page, to: path)
    if options.has("json") {
      var line = JSONLine(event: "report")
      line.add("path", path)
      line.add("runs", found.runs.count)
      line.add("comparisons", found.comparisons.count)
      line.add("charts", charts.count)
      say(line.text)
    } else {
      show(report)
      say("Written to \(path)\(options.text("svg").map { ", \(charts.count) charts in \($0)" } ?? "")")
    }
    return 0
  }

  private static func show(_ report: Report) {
    let (heading, rows) = report.lines
    guard !rows.isEmpty else { return }
    let shown = rows.prefix(mostRows).map { row in
      row.cells.map(printable) + [Sparkline.text(row.losses.map { log10(max($0, 1e-300)) }, width: 24)]
    }
    say(Format.table(heading + ["loss, logarithmic"], Array(shown), right: Set(1..<max(1, heading.count - 2))))
    say(rows.count > mostRows ? "and \(rows.count - mostRows) more\n" : "")
  }

  /// A text of a record without what a terminal would take for commands.
  private static func printable(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? "�" : $0 }))
  }
}
