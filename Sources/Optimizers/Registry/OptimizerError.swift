/// What can be wrong with the settings of an optimizer.
public enum OptimizerError: Error, Hashable, CustomStringConvertible {
  /// There is no optimizer of that name.
  case unknownOptimizer(name: String, known: [String])
  /// The optimizer has no hyperparameter of that name.
  case unknownHyperparameter(optimizer: String, name: String, known: [String])
  /// The value of a hyperparameter is not legal.
  case illegalValue(optimizer: String, name: String, value: String, legal: String)
  /// Legal values do not go together.
  case illegalCombination(optimizer: String, problem: String)

  /// A sentence that says what would do.
  public var description: String {
    switch self {
    case .unknownOptimizer(let name, let known):
      "There is no optimizer '\(name)'; there are \(known.joined(separator: ", "))."
    case .unknownHyperparameter(let optimizer, let name, let known):
      "'\(optimizer)' has no hyperparameter '\(name)'; it has \(known.joined(separator: ", "))."
    case .illegalValue(let optimizer, let name, let value, let legal):
      "'\(name)' of '\(optimizer)' is \(legal), not '\(value)'."
    case .illegalCombination(let optimizer, let problem): "'\(optimizer)': \(problem)."
    }
  }
}
