import Glissade

/// What a command line says about monitors.
struct MonitorOptions {
  static let options = [
    Option(
      "monitor", "NAME[:N],…",
      "what to look at, every N steps (default: --log-every, else 10): \(MonitorSet.choices.map(\.name).joined(separator: ", ")), all or none (default warnings)"
    )
  ]

  let monitors: MonitorSet
  /// The names that were given, or the default.
  private let text: String
  private let interval: Int

  init(_ options: ParsedOptions, logInterval: Int?) throws {
    text = options.text("monitor") ?? MonitorSet.warningsName
    interval = logInterval ?? 10
    let names =
      switch text {
      case "all": MonitorSet.choices.map(\.name)
      case "none": [String]()
      default: text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
    monitors = try MonitorSet(named: names, every: interval)
  }

  func describe(in line: inout JSONLine) {
    line.add("monitor", text)
    if !monitors.entries.isEmpty { line.add("monitorEvery", interval) }
  }
}
