extension RunsReport {
  /// How often each class was taken for each: of the best run that recorded it.
  var confusion: Section? {
    let recorded = groups.compactMap { group in group.runs.first { $0.result("confusion") != nil }.map { (group, $0) } }
    guard let (group, run) = recorded.first(where: { $0.0.name == best?.group }) ?? recorded.first,
      let rows = run.result("confusion")?.array?.map({ $0.array?.compactMap(\.count) ?? [] }),
      (2...64).contains(rows.count),
      rows.allSatisfy({ row in row.count == rows.count && row.allSatisfy { (0...1_000_000_000).contains($0) } })
    else { return nil }
    let heads = rows.indices.map { "<th scope=\"col\" class=\"number\">\($0)</th>" as Markup }
    let lines = rows.enumerated().map { index, row -> Markup in
      let total = max(1, row.reduce(0, +))
      let cells = row.map { count -> Markup in
        let share = Int(100 * Double(count) / Double(total))
        return "<td class=\"number\" style=\"--share:\(share)\">\(count == 0 ? "·" : "\(count)")</td>"
      }
      return "<tr><th scope=\"row\">\(index)</th>\(cells)</tr>"
    }
    return Section(
      title: "Confusion matrix", words: "Rows are true classes, columns what \(group.name) took them for.",
      other: """
        <div class="scroll" role="region" tabindex="0" aria-label="Confusion matrix">
        <table class="confusion"><thead><tr><td></td>\(heads)</tr></thead><tbody>
        \(lines)
        </tbody></table>
        </div>
        """)
  }
}
