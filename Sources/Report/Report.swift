/// A page about training runs and comparisons, and its charts.
package struct Report {
  private let runs: RunsReport
  private let comparisons: [ComparisonRecord]
  private let sections: [Section]
  private let version: String

  /// A report on the records that were found; throws `RecordError` or `InputError`.
  ///
  /// - Parameter landscape: the function of a problem of two dimensions, for the contours under the paths of comparisons.
  package init(on found: RecordSearch, version: String, landscape: @escaping (String) -> Landscape?) throws {
    self.init(
      runs: try found.runs.map { try RunRecord(path: $0) },
      comparisons: try found.comparisons.map { try ComparisonRecord(path: $0) }, version: version, landscape: landscape)
  }

  init(
    runs: [RunRecord], comparisons: [ComparisonRecord], version: String,
    landscape: @escaping (String) -> Landscape?
  ) {
    self.runs = RunsReport(runs)
    self.comparisons = comparisons
    self.version = version
    let reproduction = Reproduction(runs: runs, comparisons: comparisons).section
    let parts = comparisons.flatMap { ComparisonReport(record: $0, landscape: landscape).sections }
    sections = Self.namedApart(self.runs.sections + parts + [reproduction])
  }

  /// The page, in HTML.
  package var page: String {
    Page(title: title, subtitle: subtitle, figures: figures, sections: sections, version: version).text
  }

  /// The charts, of which each is a file for papers too.
  package var charts: [Chart] { sections.flatMap(\.charts) }

  /// The table of runs as plain texts, and the losses of each.
  package var lines: (heading: [String], rows: [(cells: [String], losses: [Double])]) { runs.lines }

  /// Charts have names of their own, as their files and places on the page do.
  private static func namedApart(_ sections: [Section]) -> [Section] {
    var seen: [String: Int] = [:]
    return sections.map { section in
      var section = section
      for index in section.charts.indices {
        let name = section.charts[index].name.isEmpty ? "chart" : section.charts[index].name
        seen[name, default: 0] += 1
        let count = seen[name] ?? 1
        section.charts[index].name = count == 1 ? name : "\(name)-\(count)"
      }
      return section
    }
  }

  private var title: String {
    let names = comparisons.flatMap { $0.problems.map(\.name) }
    if runs.runs.isEmpty, !names.isEmpty {
      return names.count > 3
        ? "Optimizers on \(names.count) problems" : "Optimizers on \(names.joined(separator: ", "))"
    }
    let data = Set(runs.runs.compactMap { $0.setting("data")?.text })
    return data.count == 1 ? "Training on \(data.first ?? "")" : "Training runs"
  }

  private var subtitle: String {
    let runCount = runs.runs.count
    let parts = [
      runCount > 0 ? "\(runCount) training run\(runCount == 1 ? "" : "s")" : nil,
      comparisons.isEmpty ? nil : "\(comparisons.count) comparison\(comparisons.count == 1 ? "" : "s")",
    ]
    return parts.compactMap { $0 }.joined(separator: " and ")
  }

  private var figures: [(value: String, name: String)] {
    var figures: [(String, String)] = []
    if let best = runs.best {
      figures.append((best.value, best.name))
      figures.append((best.group, "best run"))
    }
    for record in comparisons {
      figures.append(("\(record.optimizers.count)", "optimizers"))
      figures.append(("\(record.problems.count)", "problems"))
      figures.append(("\(record.runs.count)", "compared runs"))
    }
    return figures
  }
}
