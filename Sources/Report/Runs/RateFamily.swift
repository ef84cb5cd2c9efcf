import GlissadeSuite

/// Groups of runs that differ by their learning rates only.
struct RateFamily {
  let name: String
  let style: Int
  /// With their rates, from the smallest.
  let groups: [(rate: Double, group: RunGroup)]

  /// The curve by whose end rates are judged: the loss that all runs have.
  static let judged = ["trainLoss", "validationLoss", "testLoss", "step.loss"]

  /// The families of some groups, in the order in which they come up; groups without a learning rate are in none.
  static func families(_ groups: [RunGroup]) -> [RateFamily] {
    var order: [[String]] = []
    var members: [[String]: [(rate: Double, group: RunGroup)]] = [:]
    for group in groups {
      guard let run = group.runs.first, let rate = run.setting("learningRate")?.number, rate.isFinite else { continue }
      let key = RunGroup.key(run, without: ["seed", "learningRate"]).map { "\($0.name)=\($0.value.json)" }
      if members[key] == nil { order.append(key) }
      members[key, default: []].append((rate, group))
    }
    return order.enumerated().map { index, key in
      let groups = (members[key] ?? []).sorted { $0.rate < $1.rate }
      let name = groups.first.map { first in
        first.group.name.split(separator: " · ").filter { !$0.hasPrefix("lr ") }.joined(separator: " · ")
      }
      return RateFamily(name: name ?? "", style: index, groups: groups)
    }
  }

  /// The median of a curve's end over the seeds, for each rate.
  func ends(_ curve: String) -> [(rate: Double, end: MedianInterval)] {
    groups.compactMap { rate, group in group.median { $0.last(curve) }.map { (rate, $0) } }
  }

  /// The group whose judged curve ends lowest.
  var best: (rate: Double, group: RunGroup)? {
    let curve = curve
    return groups.min { (end($0.group, curve)) < (end($1.group, curve)) }
  }

  var curve: String {
    Self.judged.first { name in groups.contains { !($0.group.runs.first?.curves[name] ?? []).isEmpty } } ?? "loss"
  }

  private func end(_ group: RunGroup, _ curve: String) -> Double {
    group.median { $0.last(curve) }?.median ?? .infinity
  }

  /// The shortest mean time of a step of all runs, in seconds.
  var stepTime: Double? {
    groups.flatMap(\.group.runs).compactMap { run in
      run.result("seconds")?.number.flatMap { seconds in run.steps.map { seconds / $0 } }
    }
    .filter(\.isFinite).min()
  }

  /// The rates about the best one, without gaps, whose loss is at most twice the best.
  var goodRates: ClosedRange<Double>? {
    guard let best, let middle = groups.firstIndex(where: { $0.rate == best.rate }) else { return nil }
    let limit = 2 * end(best.group, curve)
    guard limit.isFinite else { return nil }
    var (low, high) = (middle, middle)
    while low > 0, end(groups[low - 1].group, curve) <= limit { low -= 1 }
    while high < groups.count - 1, end(groups[high + 1].group, curve) <= limit { high += 1 }
    return groups[low].rate...groups[high].rate
  }
}
