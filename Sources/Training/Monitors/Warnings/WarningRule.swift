/// A rule that notices, from the figures of a run, that something is going wrong.
///
/// A rule is a value without state: what it has to remember is a record of numbers, which is saved with the run. Each rule
/// speaks up once in a run.
public protocol WarningRule: Sendable {
  /// The name of the rule.
  var name: String { get }
  /// A sentence if a step gives cause for it.
  func check(_ step: StepEvent, record: inout [String: Double]) -> String?
  /// A sentence if an epoch gives cause for it.
  func check(_ epoch: EpochReport, record: inout [String: Double]) -> String?
}

extension WarningRule {
  public func check(_ step: StepEvent, record: inout [String: Double]) -> String? { nil }
  public func check(_ epoch: EpochReport, record: inout [String: Double]) -> String? { nil }
}

/// What the rules of a run remember.
struct WarningRecords: Sendable, Equatable {
  /// The record of each rule.
  var records: [[String: Double]]
  private static let spoke = "spoke"

  init(count: Int) { records = Array(repeating: [:], count: count) }

  /// The warnings of rules that have not spoken before.
  mutating func warnings(
    of rules: [any WarningRule], _ check: (any WarningRule, inout [String: Double]) -> String?
  ) -> [TrainingWarning] {
    var result: [TrainingWarning] = []
    for (index, rule) in rules.enumerated() where records[index][Self.spoke] == nil {
      guard let message = check(rule, &records[index]) else { continue }
      records[index] = [Self.spoke: 1]
      result.append(TrainingWarning(rule: rule.name, message: message))
    }
    return result
  }
}

extension [String: Double] {
  /// Counts how often in a row a condition held, this time included.
  mutating func count(_ condition: Bool, as name: String) -> Int {
    let count = condition ? (self[name] ?? 0) + 1 : 0
    self[name] = count
    return Int(count)
  }
}
