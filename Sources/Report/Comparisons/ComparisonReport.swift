import GlissadeData
import GlissadeSuite

/// The parts of a page that tell of one comparison.
struct ComparisonReport {
  let record: ComparisonRecord
  let landscape: (String) -> Landscape?

  var sections: [Section] {
    var first = profiles
    first.title = "Comparison"
    first.words =
      record.isFinished
      ? introduction : "This comparison is under way or was stopped; the same command takes it up. " + introduction
    return [first] + record.problems.flatMap { sections(for: $0) }
  }

  private var introduction: String {
    let head = record.head
    let runs = head["seeds"]?.count.map { "\($0) seeds each, the same for all optimizers" } ?? ""
    let trials = head["trials"]?.count ?? 0
    let search = trials > 0 ? "; learning rates searched with \(trials) trials for each problem and optimizer" : ""
    return runs.isEmpty ? "" : runs + search + "."
  }

  private func swatched(_ optimizer: String) -> Table.Cell {
    Table.Cell(lead: SeriesStyle.swatch(record.style(optimizer)), text: optimizer)
  }

  private var seeds: ClosedRange<Int> {
    let counts = Dictionary(grouping: record.runs) { $0.problem + "\n" + $0.optimizer }.values.map(\.count)
    return (counts.min() ?? 1)...(counts.max() ?? 1)
  }
}

// MARK: - Profiles

extension ComparisonReport {
  /// The performance profiles of all problems, if there are any, with their scores.
  private var profiles: Section {
    var quantities: [String] = []
    for profile in record.profiles where !quantities.contains(profile.quantity) { quantities.append(profile.quantity) }
    guard !quantities.isEmpty else { return Section(title: "") }
    let charts = quantities.map { quantity -> Chart in
      let shown = record.profiles.filter { $0.quantity == quantity }
      let limit = shown.map(\.limit).max() ?? 1
      return Chart(
        "profile-" + Chart.name(from: Settings.words(quantity)),
        title: "Performance profile, \(Settings.words(quantity))",
        note:
          "The share of problems on which an optimizer needed at most so many times what the best one needed: higher "
          + "and further left is better.", x: Axis("times the best optimizer's", including: [1, limit]),
        y: Axis("share of problems", including: [0, 1]),
        series: shown.map { profile in
          // A step function from 1 to the limit, also where it does not rise there.
          let share = profile.points.last?.y ?? 0
          let start = profile.points.first.map { $0.x > 1 } ?? true ? [Series.Point(1, 0)] : []
          return Series(
            profile.optimizer, style: record.style(profile.optimizer),
            points: start + profile.points + [Series.Point(limit, share)], isStepped: true)
        })
    }
    let columns: [Table.Column] =
      [.text("optimizer")] + quantities.map { .number("score, \(Settings.words($0))", help: "mean of the profile") }
    let optimizers = record.optimizers.filter { name in record.profiles.contains { $0.optimizer == name } }
    let scores = quantities.map { quantity in
      optimizers.map { name in
        record.profiles.first { $0.optimizer == name && $0.quantity == quantity }?.score
      }
      .cells()
    }
    let rows = optimizers.enumerated().map { index, name in [swatched(name)] + scores.map { $0[index] } }
    return Section(
      title: "", charts: charts,
      tables: [Table(caption: "Scores of the performance profiles", columns: columns, rows: rows)])
  }
}

// MARK: - A problem

extension ComparisonReport {
  private func sections(for problem: ComparisonRecord.Problem) -> [Section] {
    let runs = record.runs.filter { $0.problem == problem.name }
    let facts = [
      problem.target.map { "target \(NumberText.short($0))" },
      problem.minimum.map { "minimum \(NumberText.short($0))" },
      problem.members["dimension"]?.count.map { "\($0) parameters" },
      problem.members["steps"]?.count.map { "\($0) steps" }, problem.members["scalar"]?.text,
    ]
    let sentences = [problem.summary, Settings.capitalized(facts.compactMap { $0 }.joined(separator: ", "))]
      .filter { !$0.isEmpty }.map { $0.hasSuffix(".") ? $0 : $0 + "." }
    let words = (sentences + [MedianCurve.note(seeds: seeds)]).joined(separator: " ")
    let charts = curves(runs, problem) + [sensitivity(problem), paths(runs, problem)].compactMap { $0 }
    return [
      Section(
        title: problem.name, words: words, charts: charts, tables: [summary(problem), tests(problem)].compactMap { $0 })
    ]
  }

  private func curves(_ runs: [ComparisonRecord.Run], _ problem: ComparisonRecord.Problem) -> [Chart] {
    // The losses that a function's steps see are its values.
    let names = problem.isFunction ? ["value"] : ["value", "trainingLoss", "accuracy"]
    let quantities = names.filter { name in runs.contains { $0.curves[name] != nil } }
    return quantities.map { name -> Chart in
      let moreIsBetter = name == "accuracy"
      let series = record.optimizers.compactMap { optimizer -> Series? in
        let seeds = runs.filter { $0.optimizer == optimizer }.map { run in
          MedianCurve.Run(points: run.curves[name] ?? [], isBroken: run.isDiverged)
        }
        guard !seeds.isEmpty else { return nil }
        let points = MedianCurve.points(seeds, worst: moreIsBetter ? -.infinity : .infinity)
        return Series(optimizer, style: record.style(optimizer), points: points).thinned()
      }
      let title = name == "value" ? Settings.title(problem.measure) : Settings.title(name)
      let positive = series.flatMap { $0.points.map(\.y) }.filter(\.isFinite).allSatisfy { $0 > 0 }
      return Chart(
        Chart.name(from: "\(problem.name) \(Settings.words(name))"), title: title, x: Axis("step"),
        y: Axis(
          name == "value" ? problem.measure : Settings.words(name),
          scale: positive && !moreIsBetter ? .logarithmic : .linear), series: series)
    }
  }

  /// The trials of the search: what a run ends with, over its learning rate.
  private func sensitivity(_ problem: ComparisonRecord.Problem) -> Chart? {
    let series = record.optimizers.compactMap { optimizer -> Series? in
      let trials = record.trials.filter { $0.problem == problem.name && $0.optimizer == optimizer }
      guard !trials.isEmpty else { return nil }
      let rates = Dictionary(grouping: trials, by: \.learningRate)
      let points = rates.keys.sorted().compactMap { rate in
        MedianInterval((rates[rate] ?? []).map(\.final)).map { Series.Point(rate, $0.median) }
      }
      return Series(optimizer, style: record.style(optimizer), points: points)
    }
    .withoutExplosions()
    guard !series.isEmpty else { return nil }
    let positive = series.flatMap { $0.points.map(\.y) }.filter(\.isFinite).allSatisfy { $0 > 0 }
    return Chart(
      Chart.name(from: "\(problem.name) learning rates"), title: "Learning-rate sensitivity",
      note: "What the trials of the search end with. " + RunsReport.explosions,
      x: Axis("learning rate", scale: .logarithmic), y: Axis(problem.measure, scale: positive ? .logarithmic : .linear),
      series: series, marksPoints: true)
  }

  /// The paths of the first seed over the function's contours.
  private func paths(_ runs: [ComparisonRecord.Run], _ problem: ComparisonRecord.Problem) -> Chart? {
    let first = runs.filter { !$0.path.isEmpty }.map(\.seedIndex).min()
    let series = record.optimizers.compactMap { optimizer -> Series? in
      guard let run = runs.first(where: { $0.optimizer == optimizer && $0.seedIndex == first && !$0.path.isEmpty })
      else { return nil }
      return Series(optimizer, style: record.style(optimizer), points: run.path).thinnedPath()
    }
    guard !series.isEmpty else { return nil }
    let landscape = landscape(problem.name)
    let plane = Plane(series.flatMap(\.points), around: landscape)
    return Chart(
      Chart.name(from: "\(problem.name) paths"), title: "Paths",
      note: "From the first seed's start. A marker is where a path ends; a cross is a minimum.", x: Axis("x₁"),
      y: Axis("x₂"), series: series,
      contours: landscape.map { Contours($0, x: plane.x, y: plane.y) } ?? Contours(x: plane.x, y: plane.y))
  }
}

// MARK: - Tables

extension ComparisonReport {
  private func summary(_ problem: ComparisonRecord.Problem) -> Table? {
    let rows = record.summaries.filter { $0.problem == problem.name }
    guard !rows.isEmpty else { return nil }
    let columns: [Table.Column] = [
      .text("optimizer"), .number("learning rate"), .number("final", help: "median of the last measured values"),
      .text("interval", help: "holds the median with at least 95 %, or as far as so few seeds can"),
      .number("best", help: "median of the least measured values"),
      .number("steps to target", help: "median; infinite where most runs miss the target"),
      .number("time to target", help: "processor time, median"), .number("reached"), .number("diverged"),
    ]
    let finals = rows.map { Optional($0.final.median) }.cells()
    let bests = rows.map { Optional($0.best.median) }.cells()
    // Without a target nothing is late.
    let hasTarget = problem.target != nil
    let steps = rows.map { hasTarget ? $0.stepsToTarget.median : nil }.cells()
    return Table(
      caption: "Results on \(problem.name)", columns: columns,
      rows: rows.enumerated().map { index, row in
        [
          swatched(row.optimizer), .number(row.learningRate, NumberText.short(row.learningRate)), finals[index],
          .text("\(NumberText.short(row.final.low)) – \(NumberText.short(row.final.high))"), bests[index], steps[index],
          .number(
            hasTarget ? row.secondsToTarget.median : nil,
            hasTarget && row.secondsToTarget.median == .infinity
              ? "∞" : NumberText.duration(hasTarget ? row.secondsToTarget.median : nil)),
          .number(Double(row.reached), "\(row.reached) of \(row.runs)"),
          .number(Double(row.diverged), "\(row.diverged)"),
        ]
      })
  }

  private func tests(_ problem: ComparisonRecord.Problem) -> Table? {
    let rows = record.tests.filter { $0.problem == problem.name }
    guard !rows.isEmpty else { return nil }
    let columns: [Table.Column] = [
      .text("first"), .text("second"), .text("quantity"),
      .number("first better", help: "of the pairs of runs with one seed"),
      .number("second better"), .number("Wilcoxon p", help: "signed-rank test, exact, two-sided"),
      .number("sign p", help: "sign test, exact, two-sided"),
      .number("Holm p", help: "the Wilcoxon p-value adjusted for all pairs of this problem and quantity"),
    ]
    return Table(
      caption: "Paired tests on \(problem.name)", columns: columns,
      rows: rows.map { row in
        [
          swatched(row.first), swatched(row.second), .text(Settings.words(row.quantity)),
          .number(Double(row.firstBetter), "\(row.firstBetter) of \(row.pairs)"),
          .number(Double(row.secondBetter), "\(row.secondBetter) of \(row.pairs)"),
          .number(row.wilcoxon, NumberText.short(row.wilcoxon)), .number(row.sign, NumberText.short(row.sign)),
          .number(row.holm, NumberText.short(row.holm)),
        ]
      })
  }
}
