import GlissadeOptimizers

extension RunsReport {
  var rates: Section? {
    guard hasRates else { return nil }
    let searched = families.filter { $0.groups.count > 1 }
    let curve = searched.first?.curve ?? "trainLoss"
    let charts = [curve, "testAccuracy"].compactMap { name -> Chart? in
      let measure = Measure(name)
      let series = searched.map { family in
        Series(
          family.name, style: family.style,
          points: family.ends(name).map { rate, end in
            Series.Point(rate, end.median, low: end.low, high: end.high)
          })
      }
      .filter { $0.points.contains { $0.y.isFinite } }
      guard !series.isEmpty else { return nil }
      return Chart(
        "rates-" + Chart.name(from: Settings.words(name)), title: "\(measure.title) at the end, over the learning rate",
        note: measure.moreIsBetter ? "" : Self.explosions,
        x: Axis("learning rate", scale: .logarithmic), y: Axis(measure.axis, scale: measure.scale(for: series)),
        series: measure.moreIsBetter ? series : series.withoutExplosions(), marksPoints: true)
    }
    let heads: [Table.Column] = [
      .text("method"), .number("rates"),
      .number("best rate", help: "whose loss ends lowest, by the median of the seeds"),
      .number("loss", help: "at the best rate"),
      .number("test accuracy", help: "at the best rate"),
      .text("rates within 2× of the loss", help: "about the best one, without gaps"),
      .number("time a step", help: "the shortest mean of all runs, gradient included"),
    ]
    let best = searched.map(\.best)
    let losses = zip(searched, best).map { family, best in
      best.flatMap { best in best.group.median { $0.last(family.curve) }?.median }
    }
    let lossCells = losses.cells()
    let accuracies = best.map { best in best?.group.median { $0.result("testAccuracy")?.number }?.median }
    let times = searched.map(\.stepTime)
    let rows = searched.enumerated().map { index, family -> [Table.Cell] in
      let range = family.goodRates
      let rangeText = range.map { range in
        range.lowerBound == range.upperBound
          ? NumberText.short(range.lowerBound)
          : "\(NumberText.short(range.lowerBound)) – \(NumberText.short(range.upperBound))"
      }
      return [
        Table.Cell(lead: SeriesStyle.swatch(family.style), text: family.name),
        .number(Double(family.groups.count), "\(family.groups.count)"),
        .number(best[index]?.rate, NumberText.short(best[index]?.rate)), lossCells[index],
        .number(accuracies[index], NumberText.percent(accuracies[index])),
        Table.Cell(text: rangeText ?? "–", value: range.map { $0.upperBound / $0.lowerBound }),
        .number(times[index], NumberText.duration(times[index])),
      ]
    }
    return Section(
      title: "Learning rates",
      words: "A flat valley is a method that forgives a learning rate that is not the best. "
        + MedianCurve.note(seeds: seeds), charts: charts,
      tables: [Table(caption: "Learning rates", columns: heads, rows: rows)])
  }

  /// What `withoutExplosions` leaves out.
  static let explosions = "Rates that diverge or end ten times worse than the smallest rate have no point."

  /// Recorded learning rates, or else those that the schedules give that the records name.
  var schedules: Section? {
    if let recorded = section(.schedules, "Schedules", "") { return recorded }
    let series = drawn.compactMap(scheduled)
    guard !series.isEmpty else { return nil }
    let chart = Chart(
      "learning-rate", title: "Learning rate", note: "By the schedule that the record names.", x: Axis("step"),
      y: Axis("learning rate", including: [0]), series: series)
    return Section(title: "Schedules", charts: [chart])
  }

  private func scheduled(_ group: RunGroup) -> Series? {
    guard let run = group.runs.first, let rate = run.setting("learningRate")?.number,
      let words = run.setting("schedule")?.text, let steps = run.steps.flatMap({ Int(exactly: $0) }),
      (2...10_000_000).contains(steps),
      let schedule = try? ScheduleRegistry.make(words, steps: steps)
    else { return nil }
    // As many steps as a chart shows, the last among them.
    let count = min(steps, Series.mostPoints)
    let points = (0..<count).map { index -> Series.Point in
      let step = index * (steps - 1) / (count - 1)
      return Series.Point(Double(step), rate * schedule.factor(at: step))
    }
    return Series(group.name, style: group.style, points: points)
  }
}
