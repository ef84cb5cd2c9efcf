import GlissadeData
import GlissadeSuite

/// Runs that differ by their seeds only.
struct RunGroup {
  /// What tells it from the other groups of the page.
  var name: String
  /// Which color, dash and marker its lines have.
  var style: Int
  /// In the order of their files; of several with one seed, the last.
  let runs: [RunRecord]

  /// The median of a curve over the seeds.
  func series(_ curve: String, worst: Double) -> Series {
    let seeds = runs.map { MedianCurve.Run(points: $0.curves[curve] ?? [], isBroken: $0.isBroken) }
    return Series(name, style: style, points: MedianCurve.points(seeds, worst: worst)).thinned()
  }

  /// The median of a figure over the seeds; nil if a seed lacks it.
  func median(_ figure: (RunRecord) -> Double?) -> MedianInterval? {
    let values = runs.compactMap(figure)
    return values.count == runs.count ? MedianInterval(values.map { $0.isNaN ? .infinity : $0 }) : nil
  }
}

extension RunGroup {
  /// Members of a configuration that say where it ran and on what, not what was computed.
  static let environment: Set<String> = [
    "version", "threads", "kernels", "processor", "system", "cores", "time", "created", "environment", "command",
    "parameters", "trainingExamples", "testExamples", "monitor", "monitorEvery",
  ]

  /// The groups of some runs, in the order in which they come up.
  static func groups(_ runs: [RunRecord]) -> [RunGroup] {
    var keys: [[JSONValue.Member]] = []
    var members: [[JSONValue.Member]: [RunRecord]] = [:]
    for run in runs {
      let key = key(run, without: ["seed"])
      if members[key] == nil { keys.append(key) }
      let others = (members[key] ?? []).filter {
        $0.setting("seed") != run.setting("seed") || run.setting("seed") == nil
      }
      members[key] = others + [run]
    }
    let names = distinct(names(keys))
    return zip(keys, names).enumerated().map { index, group in
      RunGroup(name: group.1, style: index, runs: members[group.0] ?? [])
    }
  }

  /// What a run computed, apart from some members.
  static func key(_ run: RunRecord, without left: Set<String>) -> [JSONValue.Member] {
    run.configuration.filter { !environment.contains($0.name) && !left.contains($0.name) }
      .sorted { $0.name < $1.name }
  }

  /// The optimizer, and whatever else is not the same in all groups.
  private static func names(_ keys: [[JSONValue.Member]]) -> [String] {
    var order: [String] = []
    for member in keys.joined() where !order.contains(member.name) { order.append(member.name) }
    func value(_ name: String, _ key: [JSONValue.Member]) -> JSONValue? { key.first { $0.name == name }?.value }
    let differing = order.filter { name in Set(keys.map { value(name, $0) }).count > 1 && name != "optimizer" }
    return keys.map { key in
      let optimizer = value("optimizer", key).map(Settings.text) ?? "run"
      let rest = differing.compactMap { name in value(name, key).flatMap { Settings.phrase(name, $0) } }
      return ([optimizer] + rest).joined(separator: " · ")
    }
  }

  /// Names of which no two are the same.
  private static func distinct(_ names: [String]) -> [String] {
    var counts: [String: Int] = [:]
    return names.map { name in
      counts[name, default: 0] += 1
      return counts[name] == 1 ? name : "\(name) (\(counts[name] ?? 0))"
    }
  }
}
