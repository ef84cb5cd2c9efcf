import GlissadeData

/// The part of a page that says how to get its figures again: the commands, and what they ran on.
struct Reproduction {
  let runs: [RunRecord]
  let comparisons: [ComparisonRecord]

  var section: Section {
    let commands = commands.joined(separator: "\n")
    return Section(
      title: "Reproduce",
      words: "The same version, seeds and kernels give the same bits, whatever the number of threads.",
      tables: [environment].compactMap { $0 },
      other: "<div class=\"command\"><pre tabindex=\"0\" aria-label=\"Commands\">\(commands)</pre></div>")
  }

  /// The commands, each once, in order.
  var commands: [String] {
    var seen: Set<String> = []
    let all = comparisons.map { ShellCommand.text($0.head["command"]) } + runs.map(ShellCommand.text)
    return all.compactMap { $0 }.filter { seen.insert($0).inserted }
  }

  /// What the records say of where they were made: a row for each setting, with all its values.
  private var environment: Table? {
    var names: [String] = []
    var values: [String: [String]] = [:]
    func add(_ members: [JSONValue.Member]) {
      for member in members where member.name != "command" {
        if let inner = member.value.members {
          add(inner)
          continue
        }
        let text = Settings.text(member.value)
        if values[member.name] == nil { names.append(member.name) }
        if values[member.name]?.contains(text) != true { values[member.name, default: []].append(text) }
      }
    }
    for record in comparisons {
      add((record.head.value.members ?? []).filter { ["version", "created", "environment"].contains($0.name) })
    }
    for run in runs { add(run.configuration.filter { RunGroup.environment.contains($0.name) }) }
    guard !names.isEmpty else { return nil }
    return Table(
      caption: "Environment", columns: [.text("environment"), .text("value")],
      rows: names.map { [.text(Settings.words($0)), .text(Self.listed(values[$0] ?? []))] })
  }

  private static func listed(_ values: [String]) -> String {
    values.count > 6
      ? values.prefix(6).joined(separator: ", ") + " and \(values.count - 6) more" : values.joined(separator: ", ")
  }
}
