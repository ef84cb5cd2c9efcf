/// A method that goes from a point down to a local minimum of a smooth function, by itself: a full-batch optimizer.
///
/// ```swift
/// let found = BFGS().minimize(problem, from: start, until: Stopping(gradient: 1e-8))
/// ```
///
/// Vectors are kept, and arithmetic is done, in the accumulator of the problem's scalar; values of the objective and step
/// lengths are Doubles.
public protocol Minimizer: Sendable {
  /// Goes down from a point until a criterion is met.
  func minimize<Problem: Evaluator>(
    _ problem: Problem, from start: ParameterVector<Problem.S>, until stopping: Stopping
  ) -> Minimization<Problem.S>
}

/// What a minimizer came to.
public struct Minimization<S: Scalar>: Sendable {
  /// The last point.
  public let point: ParameterVector<S>
  /// The objective's value there.
  public let value: Double
  /// The largest magnitude in the gradient there; with bounds, in the step that the projected gradient would take.
  public let largestGradient: Double
  /// The number of iterations.
  public let iterations: Int
  /// How often the objective was asked for what.
  public let counts: EvaluationCounts
  /// Why the minimizer stopped.
  public let reason: StoppingReason

  /// Whether a tolerance was met, rather than a limit or an obstacle.
  public var succeeded: Bool { reason.isConvergence }
}

/// How often an objective was asked for what.
public struct EvaluationCounts: Hashable, Sendable {
  /// Values; a value with its gradient counts here too.
  public internal(set) var values = 0
  /// Gradients.
  public internal(set) var gradients = 0
  /// Products of the Hessian with a direction.
  public internal(set) var hessianVectorProducts = 0

  static func += (total: inout EvaluationCounts, more: EvaluationCounts) {
    total.values += more.values
    total.gradients += more.gradients
    total.hessianVectorProducts += more.hessianVectorProducts
  }
}
