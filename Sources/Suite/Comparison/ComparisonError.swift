/// What can be wrong with a comparison; each case describes itself in a sentence that says what to do.
public enum ComparisonError: Error, Hashable, CustomStringConvertible {
  /// There is no problem of that name.
  case unknownProblem(String, known: [String])
  /// An optimizer with settings that cannot be read.
  case malformedOptimizer(label: String)
  /// A problem or an optimizer is named twice.
  case repeated(String)
  /// There is nothing to compare.
  case emptyPlan

  /// The sentence.
  public var description: String {
    switch self {
    case .unknownProblem(let name, let known):
      "There is no problem '\(name)'; there are \(known.joined(separator: ", "))."
    case .malformedOptimizer(let label):
      "'\(label)' is not an optimizer with settings; write NAME:KEY=VALUE:KEY=VALUE, each key once."
    case .repeated(let name): "'\(name)' was named twice; name it once."
    case .emptyPlan:
      "A comparison needs a problem, an optimizer, a seed, a step and a positive range of learning rates at least."
    }
  }
}
