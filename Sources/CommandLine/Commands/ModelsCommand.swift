import Glissade

/// `glissade models`: lists the models with their settings.
enum ModelsCommand: Command {
  static let name = "models"
  static let summary = "Lists the models with their settings."
  static var options: [Option] { [Option(flag: "json", "print one JSON object a line")] }

  static func run(_ options: ParsedOptions) throws -> Int32 {
    for entry in ModelChoice.table where options.has("json") {
      var line = JSONLine(event: "model")
      line.add("name", entry.name)
      line.add("summary", entry.summary)
      line.add("settings", entry.settings.split(separator: ",").map(String.init))
      say(line.text)
    }
    guard !options.has("json") else { return 0 }
    let rows = ModelChoice.table.map { [$0.name, $0.summary, $0.settings] }
    say(Format.table(["model", "what it is", "settings, defaults first"], rows))
    say("\nSettings follow the name: --model mlp:hidden=512x256,activation=tanh")
    return 0
  }
}
