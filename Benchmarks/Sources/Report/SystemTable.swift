/// `table`: the systems side by side.
struct SystemTable {
  private struct Group: Hashable {
    let name: String
    let threads: Int
  }

  let results: Results

  var text: String {
    var table = MarkdownTable(
      [.text("workload"), .number("threads"), .text("unit")] + results.systems.map { .number($0) } + [.number("ratio")])
    var means = GeometricMeans<Group>()
    for measuredCase in results.cases {
      let values = results.systems.map { results[measuredCase, $0].map { Format.value($0.value) } ?? "–" }
      let ratio = results.ratio(measuredCase)
      let unit = results.unit(of: measuredCase)?.rawValue ?? ""
      table.rows.append(
        [measuredCase.workload, "\(measuredCase.threads)", unit] + values + [ratio.map(Format.ratio) ?? "–"])
      if let ratio { means.add(ratio, to: Group(name: measuredCase.group, threads: measuredCase.threads)) }
    }
    guard !means.groups.isEmpty else { return table.text }
    var meansTable = MarkdownTable([.text("group"), .number("threads"), .number("workloads"), .number("ratio")])
    for group in means.groups {
      meansTable.rows.append(
        [group.name, "\(group.threads)", "\(means.count(group))", Format.ratio(means.mean(group))])
    }
    return """
      \(table.text)

      Ratio: how many times as fast \(Results.ours) is as the best other system. Geometric means:

      \(meansTable.text)
      """
  }
}
