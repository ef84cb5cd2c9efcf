extension RunsReport {
  /// No more groups than this have their parts drawn, and no more parts than this a group.
  private static let mostGroups = 4
  private static let mostParts = 12

  /// What was measured of parts of the model, such as each weight: for each group, charts whose lines are the parts.
  var parts: [Section] {
    drawn.prefix(Self.mostGroups).flatMap { group -> [Section] in
      // Charts of the same parts share a legend.
      var order: [[String]] = []
      var charts: [[String]: [Chart]] = [:]
      for (name, parts) in measuredParts(of: group) {
        let measure = Measure(name)
        let series = parts.prefix(Self.mostParts).enumerated().map { index, part -> Series in
          var series = group.series("\(name)/\(part)", worst: .infinity)
          (series.name, series.style) = (part, index)
          return series
        }
        let chart = Chart(
          Chart.name(from: "parts \(Settings.words(name)) \(group.name)"), title: measure.title, x: Axis("step"),
          y: Axis(measure.axis, scale: measure.scale(for: series)), series: series, smooths: true)
        if charts[parts] == nil { order.append(parts) }
        charts[parts, default: []].append(chart)
      }
      return order.map { parts in
        let words = parts.count > Self.mostParts ? "The first \(Self.mostParts) of \(parts.count) parts." : ""
        let charts = charts[parts] ?? []
        let titles = charts.map { $0.title.prefix(1).lowercased() + $0.title.dropFirst() }.joined(separator: ", ")
        return Section(title: "Parts of \(group.name): \(titles)", words: words, charts: charts, isPart: true)
      }
    }
  }

  /// The names of what was measured of parts, with the parts, in the order in which they came up.
  private func measuredParts(of group: RunGroup) -> [(name: String, parts: [String])] {
    var names: [String] = []
    var parts: [String: [String]] = [:]
    for curve in group.runs.first?.shownCurves ?? [] {
      let halves = curve.split(separator: "/", maxSplits: 1).map(String.init)
      guard halves.count == 2 else { continue }
      if parts[halves[0]] == nil { names.append(halves[0]) }
      parts[halves[0], default: []].append(halves[1])
    }
    return names.map { ($0, parts[$0] ?? []) }
  }
}
