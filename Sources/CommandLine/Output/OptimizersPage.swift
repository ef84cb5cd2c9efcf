import Glissade

/// The page of the documentation that lists optimizers and schedules, made from the registries.
struct OptimizersPage {
  let entries: [OptimizerEntry]
  let schedules: [ScheduleEntry]

  /// The page in Markdown, without the end of its last line.
  var text: String {
    """
    # Optimizers and schedules

    Made by `glissade optimizers --markdown` from the registry that the command line, the tests and the law checks use; do not
    edit it. Every optimizer runs in every scalar type, and composes with every transform.

    ## Optimizers

    \(table(["name", "what it does", "hyperparameters and defaults", "paper"], entries.map(row)))

    ## Schedules

    `glissade schedule NAME:key=value,… --plot FILE` draws one; several after one another follow each other.

    \(table(["name", "what it does", "settings and defaults"], schedules.map(row)))
    """
  }

  private func row(_ entry: OptimizerEntry) -> [String] {
    let settings = entry.hyperparameters.map { "`\($0.name)` \($0.standard)" }.joined(separator: ", ")
    return ["`\(entry.name)`", entry.summary, settings, entry.paper]
  }

  private func row(_ entry: ScheduleEntry) -> [String] {
    ["`\(entry.name)`", entry.summary, entry.settings.map { "`\($0.name)` \($0.standard)" }.joined(separator: ", ")]
  }

  private func table(_ heading: [String], _ rows: [[String]]) -> String {
    let lines = [heading, heading.map { _ in "---" }] + rows
    return lines.map { "| \($0.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ")) |" }
      .joined(separator: "\n")
  }
}
