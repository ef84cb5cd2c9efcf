/// An optimizer as a comparison names it: `adam`, or with settings `adam:beta2=0.99:epsilon=1e-6`.
public struct OptimizerChoice: Codable, Hashable, Sendable {
  /// The text, which is its name in all results.
  public let label: String
  /// Its name in the registry.
  public let name: String
  /// What is set, in words.
  public let settings: [String: String]
  /// The learning rate among the settings; where there is one, none is searched.
  public let learningRate: Double?

  private static let rateName = "learningRate"

  /// Reads a label; throws a sentence for an optimizer or a setting that does not exist or is not legal.
  public init(_ label: String, registry: OptimizerRegistry = .standard) throws {
    let parts = label.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    var settings: [String: String] = [:]
    for part in parts.dropFirst() {
      let halves = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard halves.count == 2, settings[halves[0]] == nil else {
        throw ComparisonError.malformedOptimizer(label: label)
      }
      settings[halves[0]] = halves[1]
    }
    self.label = label
    name = parts[0]
    self.settings = settings
    let rule = try registry.make(name, settings)
    learningRate = settings[Self.rateName] == nil ? nil : rule.learningRate
  }

  /// The learning rate that it has without a search.
  public func standardLearningRate(in registry: OptimizerRegistry) throws -> Double {
    try registry.make(name, settings).learningRate
  }

  /// The optimizer with a learning rate and a schedule.
  func make(learningRate: Double, schedule: Schedule, in registry: OptimizerRegistry) throws -> any Optimizer {
    var rule = try registry.make(name, settings)
    rule.learningRate = learningRate
    return Self.scheduled(rule, schedule)
  }

  private static func scheduled(_ rule: some Optimizer, _ schedule: Schedule) -> any Optimizer {
    rule.scheduled(schedule)
  }
}
