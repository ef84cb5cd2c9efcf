import Glissade

/// `glissade optimizers`: lists the registry.
enum OptimizersCommand: Command {
  static let name = "optimizers"
  static let summary = "Lists the optimizers, or the hyperparameters of some."
  static let words: String? = "[NAME …]"
  static var options: [Option] {
    [
      Option(flag: "markdown", "print the page Docs/Optimizers.md"),
      Option(flag: "json", "print one JSON object a line"),
    ]
  }

  static func run(_ options: ParsedOptions) throws -> Int32 {
    let registry = OptimizerRegistry.standard
    let entries = try options.words.isEmpty ? registry.entries : options.words.map { try registry.entry($0) }
    if options.has("markdown") {
      say(OptimizersPage(entries: entries, schedules: ScheduleRegistry.entries).text)
    } else if options.has("json") {
      for entry in entries { say(line(entry).text) }
    } else if options.words.isEmpty {
      say(Format.table(["optimizer", "what it is"], entries.map { [$0.name, $0.summary] }))
      say(
        "\n'glissade optimizers NAME' lists what can be set; 'glissade train --optimizer NAME --set key=value' sets it."
      )
    } else {
      for entry in entries { show(entry) }
    }
    return 0
  }

  private static func show(_ entry: OptimizerEntry) {
    say("\(entry.name): \(entry.summary)\n\(entry.paper)\n")
    say(
      Format.table(
        ["hyperparameter", "default", "legal"], entry.hyperparameters.map { [$0.name, $0.standard, $0.legal] }))
    say("")
  }

  private static func line(_ entry: OptimizerEntry) -> JSONLine {
    var line = JSONLine(event: "optimizer")
    line.add("name", entry.name)
    line.add("summary", entry.summary)
    line.add("paper", entry.paper)
    line.add("hyperparameters", entry.hyperparameters.map(\.name))
    line.add("defaults", entry.hyperparameters.map(\.standard))
    line.add("legal", entry.hyperparameters.map(\.legal))
    return line
  }
}
