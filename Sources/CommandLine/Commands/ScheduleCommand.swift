import Foundation
import Glissade
import GlissadeData
import GlissadeReport

/// `glissade schedule`: lists schedules, or shows one.
enum ScheduleCommand: Command {
  static let name = "schedule"
  static let summary = "Shows a schedule step by step, or lists all schedules."
  static let words: String? = "[NAME[:key=value,…] …]"
  static var options: [Option] {
    [
      Option("steps", "N", "number of steps (default 100)"),
      Option("base", "NUMBER", "value that is scheduled, such as a learning rate (default 1)"),
      Option("plot", "FILE", "draw it in an SVG file"),
      Option(flag: "json", "print one JSON object a line"),
    ]
  }

  static func run(_ options: ParsedOptions) throws -> Int32 {
    guard !options.words.isEmpty else {
      list(isJSON: options.has("json"))
      return 0
    }
    let steps = try options.integer("steps", default: 100, minimum: 1, maximum: 10_000_000)
    let base = try options.positiveNumber("base") ?? 1
    // Word by word, or as one text as `--schedule` takes it.
    let text = options.words.joined(separator: " ")
    let schedule = try ScheduleRegistry.make(text, steps: steps)
    let values = (0..<steps).map { base * schedule.factor(at: $0) }
    let title = text.split(separator: " ").joined(separator: ", then ")
    if options.has("json") {
      for (step, value) in values.enumerated() {
        var line = JSONLine(event: "step")
        line.add("step", step)
        line.add("value", value)
        say(line.text)
      }
    } else {
      show(values, title)
    }
    if let path = options.text("plot") {
      let points = values.enumerated().map { Series.Point(Double($0.offset), $0.element) }
      let chart = Chart(
        "schedule", title: title, x: Axis("step"), y: Axis(base == 1 ? "factor" : "value", including: [0]),
        series: [Series("value", style: 0, points: points)])
      try AtomicFile.write(chart.file, to: path)
      if !options.has("json") { say("\nDrawn in \(path)") }
    }
    return 0
  }

  private static func show(_ values: [Double], _ title: String) {
    say("\(title)\n\n\(Sparkline.text(values, width: 72))\n")
    let shown = (0..<min(11, values.count)).map { $0 * (values.count - 1) / max(1, min(10, values.count - 1)) }
    say(Format.table(["step", "value"], shown.map { ["\($0)", String(format: "%.6g", values[$0])] }, right: [0, 1]))
  }

  private static func list(isJSON: Bool) {
    for entry in ScheduleRegistry.entries where isJSON {
      var line = JSONLine(event: "schedule")
      line.add("name", entry.name)
      line.add("summary", entry.summary)
      line.add("settings", entry.settings.map { "\($0.name)=\($0.standard)" })
      say(line.text)
    }
    guard !isJSON else { return }
    let rows = ScheduleRegistry.entries.map { entry in
      [entry.name, entry.summary, entry.settings.map { "\($0.name)=\($0.standard)" }.joined(separator: ",")]
    }
    say(Format.table(["schedule", "what it is", "settings and defaults"], rows))
    say("\n'steps' as a default is the number of steps left. Several schedules follow one another:")
    say("  glissade schedule warmup:steps=20 cosine:to=0.1 --plot schedule.svg")
  }
}
