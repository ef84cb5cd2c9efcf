import Foundation

/// A grid of runs of one command: every combination of the values that its options take.
///
/// It is read from JSON such as
///
///     { "command": "train", "options": { "optimizer": ["sgd", "adam"], "learning-rate": [0.001, 0.01], "epochs": 5 } }
///
/// An option's value is a text, a number, or true for a flag (false leaves it out), or a list of these.
public struct SweepPlan: Hashable, Sendable {
  /// The most runs that a plan may have.
  public static let maximumRunCount = 1_000_000

  /// The command.
  public let command: String
  /// The values of each option, as they stand on a command line; nil for a flag that is left out, the empty text for one that is given.
  public let options: [String: [String?]]

  /// Reads a plan; throws a sentence where it is none.
  public init(json: Data) throws {
    let file: File
    do { file = try JSONDecoder().decode(File.self, from: json) } catch { throw SweepError.malformed }
    command = file.command
    options = file.options.mapValues(\.texts)
    if let empty = options.first(where: { $0.value.isEmpty }) { throw SweepError.noValues(option: empty.key) }
    var count = 1
    for values in options.values {
      let (product, overflow) = count.multipliedReportingOverflow(by: values.count)
      guard !overflow, product <= Self.maximumRunCount else { throw SweepError.tooManyRuns }
      count = product
    }
    self.count = count
  }

  /// The number of runs.
  public let count: Int

  /// A run by its number: options in alphabetic order, the last of which varies fastest.
  public func run(_ number: Int) -> SweepRun {
    require((0..<count).contains(number), "run \(number) of \(count)")
    var (rest, arguments, varying): (Int, [String], [String]) = (number, [], [])
    for name in options.keys.sorted().reversed() {
      let values = options[name] ?? []
      let value = values[rest % values.count]
      rest /= values.count
      if let value { arguments = (value.isEmpty ? ["--\(name)"] : ["--\(name)", value]) + arguments }
      if values.count > 1 { varying.insert("\(name)=\(value.map { $0.isEmpty ? "yes" : $0 } ?? "no")", at: 0) }
    }
    return SweepRun(number: number, command: command, arguments: arguments, varying: varying)
  }

  private struct File: Decodable {
    let command: String
    let options: [String: Values]
  }

  /// A value, or a list of values.
  private struct Values: Decodable {
    let texts: [String?]

    init(from decoder: any Decoder) throws {
      if var list = try? decoder.unkeyedContainer() {
        var texts: [String?] = []
        while !list.isAtEnd { texts.append(try list.decode(Value.self).text) }
        self.texts = texts
      } else {
        texts = [try Value(from: decoder).text]
      }
    }
  }

  private struct Value: Decodable {
    let text: String?

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let flag = try? container.decode(Bool.self) {
        text = flag ? "" : nil
      } else if let whole = try? container.decode(Int.self) {
        text = "\(whole)"
      } else if let number = try? container.decode(Double.self) {
        text = "\(number)"
      } else {
        let written = try container.decode(String.self)
        guard !written.isEmpty else {
          throw DecodingError.dataCorruptedError(in: container, debugDescription: "a text that is not empty")
        }
        text = written
      }
    }
  }
}

/// One run of a sweep.
public struct SweepRun: Hashable, Sendable {
  /// Its number, from 0.
  public let number: Int
  /// The command.
  public let command: String
  /// The options as a command line has them.
  public let arguments: [String]
  /// The options of which the plan has several values, each with this run's.
  public let varying: [String]

  /// The name of its folder: the number and what varies, in letters that every file system has.
  public var folderName: String {
    let digits = String(number)
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    let parts = varying.map { part in
      String(part.map { $0.isASCII && ($0.isLetter || $0.isNumber || "=._+-".contains($0)) ? $0 : "_" })
    }
    return String(([padded] + parts).joined(separator: ",").prefix(120))
  }
}

/// One of several equal parts of a sweep, as `--shard i/n` names it: i from 1 to n.
public struct Shard: Hashable, Sendable {
  /// From 0.
  public let index: Int
  /// The number of parts.
  public let count: Int

  /// All of a sweep.
  public static let all = Shard(index: 0, count: 1)

  private init(index: Int, count: Int) {
    self.index = index
    self.count = count
  }

  /// Reads `i/n`; nil where it is none.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let part = parts[0], let count = parts[1], part >= 1, part <= count else { return nil }
    self.init(index: part - 1, count: count)
  }

  /// Its runs among so many: every n-th, so that parts take about as long as one another.
  public func numbers(of total: Int) -> [Int] { Array(stride(from: index, to: total, by: count)) }
}

/// What can be wrong with a sweep's file.
public enum SweepError: Error, Hashable, CustomStringConvertible {
  /// It is not the JSON that is expected.
  case malformed
  /// An option has an empty list of values.
  case noValues(option: String)
  /// There are more combinations than anybody can want.
  case tooManyRuns

  /// A sentence that says what to do.
  public var description: String {
    switch self {
    case .malformed:
      #"A sweep is JSON such as {"command": "train", "options": {"optimizer": ["sgd", "adam"], "epochs": 5}}; "#
        + "values are texts, numbers, true or false, or lists of these."
    case .noValues(let option): "The option '\(option)' has no values; give it one, or leave it out."
    case .tooManyRuns: "The sweep has more than \(SweepPlan.maximumRunCount) runs; leave out some values."
    }
  }
}
