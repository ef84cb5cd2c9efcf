/// What is known of a test problem.
public struct ProblemFacts: Codable, Hashable, Sendable {
  /// What kind of problem it is.
  public enum Kind: String, Codable, Sendable {
    /// A function of a vector, with all of its gradient at each step.
    case function
    /// A model and data.
    case learning
  }

  /// Its name, such as `rosenbrock`.
  public var name: String
  /// What it is, in a line.
  public var summary: String
  /// What kind of problem it is.
  public var kind: Kind
  /// The number of parameters.
  public var dimension: Int
  /// The scalar type in which it is run.
  public var scalar: String
  /// What is measured, such as `value` or `test loss`; smaller is better.
  public var measure: String
  /// The smallest value there is, where it is known.
  public var minimum: Double?
  /// The value at which a run has reached its target, if it has one.
  public var target: Double?
  /// The number of steps that suits it.
  public var steps: Int
}
