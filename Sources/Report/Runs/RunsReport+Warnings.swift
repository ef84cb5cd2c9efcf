extension RunsReport {
  var warnings: Section? {
    var items: [Markup] = []
    for group in groups {
      for run in group.runs {
        let seed = group.runs.count > 1 ? run.setting("seed").map { ", seed \(Settings.text($0))" } ?? "" : ""
        for warning in run.warnings {
          let place = warning.step.map { ", step \(NumberText.short($0))" } ?? ""
          items.append("<li>\(warning.message)<small>\(group.name)\(seed)\(place)</small></li>")
        }
        if case .failed(let message) = run.outcome {
          items.append("<li>\(message)<small>\(group.name)\(seed), where it ended</small></li>")
        }
      }
    }
    guard !items.isEmpty else { return nil }
    return Section(title: "Warnings", other: "<ul class=\"warnings\">\n\(items)\n</ul>")
  }
}
