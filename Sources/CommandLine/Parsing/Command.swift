/// One of the things that `glissade` does.
protocol Command {
  /// The word that calls it.
  static var name: String { get }
  /// What it does, in a line.
  static var summary: String { get }
  /// What can be said after the word.
  static var options: [Option] { get }
  /// What stands for words after it that are no options, in the help; nil where there are none.
  static var words: String? { get }
  /// Does it; the result is the exit status.
  static func run(_ options: ParsedOptions) throws -> Int32
}

extension Command {
  static var words: String? { nil }

  static var help: String {
    let heads = options.map(\.head)
    let width = heads.map(\.count).max() ?? 0
    let lines = zip(heads, options).map { head, option in
      "  \(head)\(String(repeating: " ", count: width - head.count))  \(option.help)"
    }
    return """
      \(summary)

      Usage: glissade \(name)\(words.map { " \($0)" } ?? "")\(options.isEmpty ? "" : " [OPTIONS]")

      \(lines.joined(separator: "\n"))
      """
  }
}

/// Something that can be said after a command: `--name VALUE`, or `--name` alone.
struct Option {
  let name: String
  /// A letter that says the same after one dash; nil for none.
  let short: Character?
  /// What stands for the value in the help; nil for an option without one.
  let valueName: String?
  let help: String

  /// An option with a value.
  init(_ name: String, _ valueName: String, _ help: String, short: Character? = nil) {
    self.name = name
    self.short = short
    self.valueName = valueName
    self.help = help
  }

  /// An option without a value.
  init(flag name: String, _ help: String) {
    self.name = name
    short = nil
    valueName = nil
    self.help = help
  }

  var head: String { (short.map { "-\($0), " } ?? "") + "--\(name)" + (valueName.map { " \($0)" } ?? "") }
}

/// A command line that makes no sense; the sentence says what would.
struct UsageError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
