/// An optimizer in the registry: its name, what it is, and how to make it from named settings.
public struct OptimizerEntry: Sendable {
  /// The name that the command line uses, such as `adamw`.
  public let name: String
  /// What it does, in a line.
  public let summary: String
  /// Authors, year and DOI or arXiv id.
  public let paper: String
  /// Its hyperparameters, with their defaults.
  public let hyperparameters: [Setting]
  /// What can be relied on, for the law checks.
  public let laws: OptimizerLaws
  /// Settings that together exercise every option, for the law checks; the first is usually the defaults.
  public let examples: [[String: String]]
  private let makeRule: @Sendable ([String: String]) throws -> any Optimizer

  /// A hyperparameter as the command line and the documentation show it.
  public struct Setting: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Its default, as text.
    public let standard: String
    /// What is legal, in words.
    public let legal: String
    /// Legal values that may change what a rule does and keeps: 0 or none of a number, true and false, every choice.
    public let alternatives: [String]
  }

  /// An entry for a rule whose defaults are `rule`'s.
  ///
  /// `validate` returns a sentence where legal values do not go together.
  public init<Rule: Optimizer>(
    _ name: String, _ rule: Rule, summary: String, paper: String, laws: OptimizerLaws = [],
    examples: [[String: String]] = [[:]], validate: @escaping @Sendable (Rule) -> String? = { _ in nil },
    _ hyperparameters: [Hyperparameter<Rule>]
  ) {
    self.name = name
    self.summary = summary
    self.paper = paper
    self.laws = laws
    self.examples = examples
    self.hyperparameters = hyperparameters.map {
      Setting(name: $0.name, standard: $0.text(rule), legal: $0.legal, alternatives: $0.alternatives)
    }
    makeRule = { settings in
      var made = rule
      for (key, value) in settings.sorted(by: { $0.key < $1.key }) {
        guard let hyperparameter = hyperparameters.first(where: { $0.name == key }) else {
          throw OptimizerError.unknownHyperparameter(
            optimizer: name, name: key, known: hyperparameters.map(\.name))
        }
        guard hyperparameter.set(&made, value) else {
          throw OptimizerError.illegalValue(
            optimizer: name, name: key, value: value, legal: hyperparameter.legal)
        }
      }
      if let problem = validate(made) { throw OptimizerError.illegalCombination(optimizer: name, problem: problem) }
      return made
    }
  }

  /// The optimizer with its defaults, except where settings say otherwise.
  public func make(_ settings: [String: String] = [:]) throws -> any Optimizer { try makeRule(settings) }
}
