/// `compare`: what changed between two files.
struct ComparisonTable {
  private struct Group: Hashable {
    let name: String
    let system: String
    let threads: Int
  }

  /// What both have, older first.
  private let pairs: [(old: Measured, new: Measured)]
  private let oldOnly: Int
  private let newOnly: Int

  init(old: Results, new: Results) throws {
    var pairs: [(old: Measured, new: Measured)] = []
    for measuredCase in old.cases {
      for system in old.systems {
        guard let before = old[measuredCase, system], let after = new[measuredCase, system] else { continue }
        guard before.unit == after.unit else {
          throw NothingToReportError(
            description: "\(measuredCase.workload) has another unit in each file; measure one of them again.")
        }
        pairs.append((before, after))
      }
    }
    guard !pairs.isEmpty else {
      throw NothingToReportError(
        description: "The files have no workload, system and threads in common; measure the same workloads again.")
    }
    self.pairs = pairs
    oldOnly = old.count - pairs.count
    newOnly = new.count - pairs.count
  }

  var text: String {
    var table = MarkdownTable([
      .text("workload"), .text("system"), .number("threads"), .text("unit"), .number("old"), .number("new"),
      .number("ratio"), .text("beyond the spread"),
    ])
    var means = GeometricMeans<Group>()
    for (old, new) in pairs {
      let ratio = new.ratio(to: old)
      let stands = abs(ratio - 1) > max(old.spread, new.spread)
      table.rows.append([
        old.measuredCase.workload, old.system, "\(old.measuredCase.threads)", old.unit.rawValue,
        Format.value(old.value), Format.value(new.value), Format.ratio(ratio),
        stands ? (ratio > 1 ? "faster" : "slower") : "",
      ])
      means.add(
        ratio, to: Group(name: old.measuredCase.group, system: old.system, threads: old.measuredCase.threads))
    }
    var meansTable = MarkdownTable([
      .text("group"), .text("system"), .number("threads"), .number("workloads"), .number("ratio"),
    ])
    for group in means.groups {
      meansTable.rows.append([
        group.name, group.system, "\(group.threads)", "\(means.count(group))", Format.ratio(means.mean(group)),
      ])
    }
    return """
      \(table.text)

      Ratio: how many times as fast the new result is as the old one. \(unpaired)Geometric means:

      \(meansTable.text)
      """
  }

  /// A sentence on results that only one file has, if there are some.
  private var unpaired: String {
    oldOnly + newOnly == 0 ? "" : "Left out: \(oldOnly) that only the old file has, \(newOnly) that only the new has. "
  }
}
