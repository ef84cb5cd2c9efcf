import Foundation
import Glissade

/// The options of one command line.
struct ParsedOptions {
  private var values: [String: String] = [:]
  private var flags: Set<String> = []
  /// What was given without dashes, in order.
  private(set) var words: [String] = []

  /// Reads `--name VALUE`, `--name=VALUE`, `-n VALUE`, `--flag`, and words where the command takes them; throws a sentence for
  /// anything else.
  init(_ arguments: [String], options: [Option], command: String, takesWords: Bool = false) throws {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      let letter = options.first { option in option.short.map { argument == "-\($0)" } ?? false }
      if takesWords, letter == nil, !argument.hasPrefix("--") {
        words.append(argument)
        continue
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let option = letter ?? options.first(where: { "--\($0.name)" == parts[0] }) else {
        throw UsageError(
          "'\(argument)' is not an option of 'glissade \(command)'; 'glissade \(command) --help' lists them.")
      }
      guard values[option.name] == nil, !flags.contains(option.name) else {
        throw UsageError("--\(option.name) was given twice; give it once.")
      }
      if let valueName = option.valueName {
        guard let value = parts.count == 2 ? parts[1] : rest.popFirst() else {
          throw UsageError("--\(option.name) needs a value: --\(option.name) \(valueName).")
        }
        values[option.name] = value
      } else {
        guard parts.count == 1 else { throw UsageError("--\(option.name) takes no value.") }
        flags.insert(option.name)
      }
    }
  }

  /// Whether a flag was given.
  func has(_ flag: String) -> Bool { flags.contains(flag) }

  /// The text of an option, nil if it was not given.
  func text(_ name: String) -> String? { values[name] }

  /// An integer between `minimum` and `maximum`, or the default.
  func integer(
    _ name: String, default standard: Int, minimum: Int, maximum: Int = 1_000_000_000
  ) throws -> Int {
    try integer(name, minimum: minimum, maximum: maximum) ?? standard
  }

  /// An integer between `minimum` and `maximum`, or nil if it was not given.
  func integer(_ name: String, minimum: Int, maximum: Int = 1_000_000_000) throws -> Int? {
    guard let text = values[name] else { return nil }
    guard let value = Int(text), (minimum...maximum).contains(value) else {
      throw UsageError("--\(name) takes a whole number from \(minimum) to \(maximum), not '\(text)'.")
    }
    return value
  }

  /// A positive finite number, or nil if it was not given.
  func positiveNumber(_ name: String) throws -> Double? {
    guard let text = values[name] else { return nil }
    guard let value = Double(text), value > 0, value.isFinite else {
      throw UsageError("--\(name) takes a positive number, not '\(text)'.")
    }
    return value
  }

  /// Settings by name, from `key=value,key=value`.
  func settings(_ name: String) throws -> [String: String] {
    var result: [String: String] = [:]
    for pair in (values[name] ?? "").split(separator: ",") {
      let halves = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard halves.count == 2, result[halves[0]] == nil else {
        throw UsageError("--\(name) takes KEY=VALUE, each key once and commas between, not '\(pair)'.")
      }
      result[halves[0]] = halves[1]
    }
    return result
  }

  /// A seed: any whole number from 0 to 2⁶⁴ − 1.
  func seed(_ name: String, default standard: UInt64) throws -> UInt64 {
    guard let text = values[name] else { return standard }
    guard let value = UInt64(text) else {
      throw UsageError("--\(name) takes a whole number from 0 to 18446744073709551615, not '\(text)'.")
    }
    return value
  }

  /// One of the given words, or the default.
  func choice(_ name: String, of words: [String], default standard: String) throws -> String {
    guard let text = values[name] else { return standard }
    guard words.contains(text) else {
      throw UsageError("--\(name) is one of \(words.joined(separator: ", ")), not '\(text)'.")
    }
    return text
  }

  /// A finite number, or nil if it was not given.
  func number(_ name: String) throws -> Double? {
    guard let text = values[name] else { return nil }
    guard let value = Double(text), value.isFinite else {
      throw UsageError("--\(name) takes a number, not '\(text)'.")
    }
    return value
  }

  /// Two positive numbers, the lower first, as `LOW:HIGH`.
  func range(_ name: String) throws -> ClosedRange<Double>? {
    guard let text = values[name] else { return nil }
    let bounds = text.split(separator: ":", omittingEmptySubsequences: false).map { Double($0) }
    guard bounds.count == 2, let low = bounds[0], let high = bounds[1], low > 0, low <= high, high.isFinite else {
      throw UsageError("--\(name) takes LOW:HIGH, two positive numbers, not '\(text)'.")
    }
    return low...high
  }

  /// Words with commas between.
  func list(_ name: String, _ standard: String) throws -> [String] {
    let words = (values[name] ?? standard).split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard !words.contains("") else { throw UsageError("--\(name) takes names with commas between.") }
    return words
  }

  /// The path of a folder, nil if it was not given.
  func folder(_ name: String) throws -> String? {
    guard values[name] != "" else { throw UsageError("--\(name) takes the path of a folder, not an empty text.") }
    return values[name]
  }

  /// Where data sets are looked for: in the folder of `--data` first, if it was given.
  var dataFolders: DataFolders { DataFolders((values["data"].map { [$0] } ?? []) + DataFolders.standard.paths) }

  /// The number of runs at a time: `--jobs`, else the number of cores.
  func jobs() throws -> Int {
    try integer(
      "jobs", default: max(1, ProcessInfo.processInfo.activeProcessorCount), minimum: 1, maximum: 1_024)
  }
}
