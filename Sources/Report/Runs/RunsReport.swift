/// The parts of a page that tell of training runs.
struct RunsReport {
  let runs: [RunRecord]
  let groups: [RunGroup]
  let families: [RateFamily]
  /// Whether some learning rate was searched.
  let hasRates: Bool
  /// The groups whose curves are drawn: all, or where there are too many, each family's best.
  let drawn: [RunGroup]

  /// More lines than this in a chart cannot be told apart.
  private static let mostLines = 12

  init(_ runs: [RunRecord]) {
    self.runs = runs
    var groups = RunGroup.groups(runs)
    families = RateFamily.families(groups)
    hasRates = families.contains { $0.groups.count > 1 }
    if hasRates && groups.count > Self.mostLines {
      // A method has one color, whatever its rate.
      for index in groups.indices {
        let family = families.first { family in family.groups.contains { $0.group.name == groups[index].name } }
        groups[index].style = family?.style ?? families.count
      }
      let best = Set(families.compactMap { $0.best?.group.name })
      drawn = groups.filter { best.contains($0.name) }
    } else {
      drawn = groups
    }
    self.groups = groups
  }

  var sections: [Section] {
    guard !runs.isEmpty else { return [] }
    return [overview, warnings, curves, rates, schedules, monitors].compactMap { $0 } + parts
      + [confusion].compactMap { $0 }
  }

  var seeds: ClosedRange<Int> {
    let counts = groups.map(\.runs.count)
    return (counts.min() ?? 1)...(counts.max() ?? 1)
  }

  /// The charts of what was measured and belongs to a part of the page.
  func section(_ part: Measure.Part, _ title: String, _ words: String) -> Section? {
    let groups = drawn
    var names: [String] = []
    for run in groups.flatMap(\.runs) {
      for name in run.shownCurves where !name.contains("/") && !names.contains(name) && Measure(name).part == part {
        names.append(name)
      }
    }
    guard !names.isEmpty else { return nil }
    let charts = names.map { name -> Chart in
      let measure = Measure(name)
      let series = groups.map { $0.series(name, worst: measure.moreIsBetter ? -.infinity : .infinity) }
        .filter { !$0.points.isEmpty }
      return Chart(
        Chart.name(from: Settings.words(name)), title: measure.title, x: Axis("step"),
        y: Axis(measure.axis, scale: measure.scale(for: series)), series: series, smooths: name != "step.learningRate")
    }
    return Section(title: title, words: words, charts: charts)
  }

  private var curves: Section? {
    let band = MedianCurve.note(seeds: seeds)
    let few = drawn.count < groups.count ? "Each method at its best learning rate. " : ""
    return section(.curves, "Curves", few + band)
  }

  private var monitors: Section? { section(.monitors, "Monitors", "") }
}
