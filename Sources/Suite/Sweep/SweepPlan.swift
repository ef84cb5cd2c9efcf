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
