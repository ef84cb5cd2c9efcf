extension RunsReport {
  /// The figures of each run: what stands in the table and in the terminal.
  var overview: Section { Section(title: "Runs", tables: [table]) }

  private var table: Table {
    let columns = figureColumns
    var heads: [Table.Column] = [.text("run")]
    if groups.contains(where: { $0.runs.count > 1 }) { heads.append(.number("seed")) }
    heads += columns.map { .number($0.title, help: $0.help) } + [.text("parameters"), .text("outcome")]
    let listed = groups.flatMap { group in group.runs.map { (group, $0) } }
    let cells = columns.map { column in column.cells(listed.map { column.value($0.1) }) }
    let rows = listed.enumerated().map { index, pair -> [Table.Cell] in
      let (group, run) = pair
      var row = [Table.Cell(lead: SeriesStyle.swatch(group.style), text: group.name, hint: run.path)]
      if heads.contains(where: { $0.title == "seed" }) {
        let seed = run.setting("seed").map(Settings.text) ?? ""
        row.append(.number(Double(seed), seed))
      }
      row += cells.map { $0[index] }
      row.append(hashCell(run))
      row.append(outcome(run))
      return row
    }
    return Table(caption: "Runs", columns: heads, rows: rows)
  }

  /// The run that ended best, by the test accuracy where there is one, else by the training loss.
  var best: (group: String, value: String, name: String)? {
    let accuracies = groups.compactMap { group in
      group.median { $0.result("testAccuracy")?.number }.map { (group.name, $0.median) }
    }
    if let best = accuracies.filter({ $0.1.isFinite }).max(by: { $0.1 < $1.1 }) {
      return (best.0, NumberText.percent(best.1), "best test accuracy")
    }
    let losses = groups.compactMap { group in group.median { $0.last("trainLoss") }.map { (group.name, $0.median) } }
    return losses.filter { $0.1.isFinite }.min { $0.1 < $1.1 }
      .map { ($0.0, NumberText.short($0.1), "lowest training loss") }
  }

  /// The table of runs as plain texts, with the losses of each run.
  var lines: (heading: [String], rows: [(cells: [String], losses: [Double])]) {
    let table = table
    let rows = zip(table.rows, groups.flatMap(\.runs)).map { row, run in
      let curve = RateFamily.judged.first { run.curves[$0] != nil }
      return (row.map(\.text), curve.flatMap { run.curves[$0]?.map(\.y) } ?? [])
    }
    return (table.columns.map(\.title), rows)
  }

  /// A figure of a run as a column.
  private struct FigureColumn {
    let title: String
    var help: String?
    let value: (RunRecord) -> Double?
    let cells: ([Double?]) -> [Table.Cell]
  }

  private var figureColumns: [FigureColumn] {
    func number(_ title: String, _ help: String, _ value: @escaping (RunRecord) -> Double?) -> FigureColumn {
      FigureColumn(title: title, help: help, value: value) { $0.cells() }
    }
    func percent(_ title: String, _ help: String, _ value: @escaping (RunRecord) -> Double?) -> FigureColumn {
      FigureColumn(title: title, help: help, value: value) { values in
        values.map { .number($0, NumberText.percent($0.flatMap { $0.isFinite ? $0 : nil })) }
      }
    }
    let all = [
      number("training loss", "mean loss of the last epoch's batches") { $0.last("trainLoss") },
      number("test loss", "loss on the test set at the end") {
        $0.result("testLoss")?.number ?? $0.curves["testLoss"]?.last?.y
      },
      percent("test accuracy", "share of the test set classified correctly at the end") {
        $0.result("testAccuracy")?.number ?? $0.curves["testAccuracy"]?.last?.y
      },
      number("steps", "steps taken") { $0.steps },
      FigureColumn(title: "time", help: "from the first step to the last", value: { $0.result("seconds")?.number }) {
        values in values.map { .number($0, NumberText.duration($0)) }
      },
    ]
    return all.filter { column in runs.contains { column.value($0) != nil } }
  }

  private func hashCell(_ run: RunRecord) -> Table.Cell {
    Table.Cell(
      text: run.result("parametersHash")?.text ?? "", look: .code, hint: "hash of the parameters: same bits, same hash")
  }

  private func outcome(_ run: RunRecord) -> Table.Cell {
    switch run.outcome {
    case .finished: Table.Cell(text: "finished", look: .state)
    case .failed(let message): Table.Cell(text: "failed", look: .bad, hint: message)
    case .stopped(let signal): Table.Cell(text: "stopped", look: .state, hint: signal)
    case .unfinished: Table.Cell(text: "not finished", look: .state)
    }
  }
}
