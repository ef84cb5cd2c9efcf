/// A schedule in the registry: its name, what it is, and how to make it from named settings.
public struct ScheduleEntry: Sendable {
  /// The name that the command line uses, such as `cosine`.
  public let name: String
  /// What it does, in a line.
  public let summary: String
  /// What can be set.
  public let settings: [Setting]
  private let makeSchedule: @Sendable (Values) throws -> Schedule

  /// Something that can be set.
  public struct Setting: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Its default, as text; `steps` stands for the number of steps left, `steps/3` for a third of it.
    public let standard: String
    /// What is legal.
    public let kind: Kind
  }

  /// What a setting may be.
  public enum Kind: Hashable, Sendable, CustomStringConvertible {
    /// A number.
    case number(NumberBounds)
    /// A whole number of at least so many.
    case count(minimum: Int)
    /// Whole numbers in order, with slashes between.
    case counts
    /// Numbers within bounds, with slashes between.
    case numbers(NumberBounds)
    /// One of several words.
    case choice([String])

    /// What is legal, in words.
    public var description: String {
      switch self {
      case .number(let bounds): bounds.description
      case .count(let minimum): "a whole number from \(minimum) to 1000000000"
      case .counts: "whole numbers in order, such as 100/200"
      case .numbers(let bounds): "\(bounds), or several, such as 1/0.1"
      case .choice(let words): "one of \(words.joined(separator: ", "))"
      }
    }

    func allows(_ text: String) -> Bool {
      switch self {
      case .number(let bounds): return Double(text).map { bounds.contains($0) } ?? false
      case .count(let minimum): return Int(text).map { $0 >= minimum && $0 <= 1_000_000_000 } ?? false
      case .counts:
        let numbers = text.split(separator: "/").map { Int($0) }
        return !numbers.isEmpty && numbers.allSatisfy { $0.map { $0 >= 0 && $0 <= 1_000_000_000 } ?? false }
          && zip(numbers, numbers.dropFirst()).allSatisfy { $0 ?? 0 < $1 ?? 0 }
      case .numbers(let bounds):
        let numbers = text.split(separator: "/").map { Double($0) }
        return !numbers.isEmpty && numbers.allSatisfy { $0.map { bounds.contains($0) } ?? false }
      case .choice(let words): return words.contains(text)
      }
    }
  }

  /// Settings that are known to be legal.
  struct Values {
    let texts: [String: String]
    func number(_ name: String) -> Double { texts[name].flatMap { Double($0) } ?? .nan }
    func count(_ name: String) -> Int { texts[name].flatMap { Int($0) } ?? 0 }
    func counts(_ name: String) -> [Int] { (texts[name] ?? "").split(separator: "/").compactMap { Int($0) } }
    func numbers(_ name: String) -> [Double] { (texts[name] ?? "").split(separator: "/").compactMap { Double($0) } }
    func text(_ name: String) -> String { texts[name] ?? "" }
  }

  init(
    _ name: String, _ summary: String, _ settings: [Setting], _ make: @escaping @Sendable (Values) throws -> Schedule
  ) {
    self.name = name
    self.summary = summary
    self.settings = settings
    makeSchedule = make
  }

  /// The schedule with its defaults for so many steps, except where settings say otherwise.
  ///
  /// Every schedule takes `steps`: one that does not end by itself then lasts so long, for another to come after it.
  public func make(_ given: [String: String] = [:], steps: Int) throws -> Schedule {
    var given = given
    var lasting: Int?
    if !settings.contains(where: { $0.name == "steps" }), let text = given.removeValue(forKey: "steps") {
      guard Kind.count(minimum: 1).allows(text), let count = Int(text) else {
        throw ScheduleError.illegalValue(
          schedule: name, name: "steps", value: text, legal: Kind.count(minimum: 1).description)
      }
      lasting = count
    }
    var texts: [String: String] = [:]
    for setting in settings where given[setting.name] == nil {
      let text = Self.standard(setting, steps: steps)
      guard setting.kind.allows(text) else {
        throw ScheduleError.illegalCombination(
          schedule: name, problem: "\(setting.name) is \(setting.kind); there are \(steps) steps")
      }
      texts[setting.name] = text
    }
    for (key, value) in given.sorted(by: { $0.key < $1.key }) {
      guard let setting = settings.first(where: { $0.name == key }) else {
        throw ScheduleError.unknownSetting(schedule: name, name: key, known: settings.map(\.name))
      }
      guard setting.kind.allows(value) else {
        throw ScheduleError.illegalValue(schedule: name, name: key, value: value, legal: setting.kind.description)
      }
      texts[key] = value
    }
    let schedule = try makeSchedule(Values(texts: texts))
    return lasting.map { schedule.lasting($0) } ?? schedule
  }
}

extension ScheduleEntry {
  /// The default of a setting where so many steps are left.
  private static func standard(_ setting: Setting, steps: Int) -> String {
    guard setting.standard.hasPrefix("steps") else { return setting.standard }
    let divisor = setting.standard.split(separator: "/").dropFirst().first.flatMap { Int($0) } ?? 1
    return "\(max(1, (steps + divisor - 1) / divisor))"
  }
}
