/// When a minimizer stops.
public struct Stopping: Hashable, Sendable {
  /// The largest magnitude in the gradient at which a point counts as a minimum.
  public var gradient: Double
  /// A step that changes the value by less, in units of the value if that is above 1, ends the search; 0 never does.
  public var valueChange: Double
  /// A step that moves no parameter by more ends the search; 0 ends it only where nothing moves.
  public var stepChange: Double
  /// The largest number of iterations.
  public var iterations: Int
  /// No iteration begins after so many values have been asked for.
  public var evaluations: Int

  /// By default the gradient alone decides, at SciPy's tolerance of 1e-5, in at most 1,000 iterations.
  public init(
    gradient: Double = 1e-5, valueChange: Double = 0, stepChange: Double = 0, iterations: Int = 1_000,
    evaluations: Int = .max
  ) {
    self.gradient = gradient
    self.valueChange = valueChange
    self.stepChange = stepChange
    self.iterations = iterations
    self.evaluations = evaluations
  }
}

/// Why a minimizer stopped.
public enum StoppingReason: Hashable, Sendable, CustomStringConvertible {
  /// The gradient is within its tolerance.
  case gradient
  /// The last step changed the value by less than its tolerance.
  case valueChange
  /// The last step moved no parameter by more than its tolerance.
  case stepChange
  /// As many iterations as were allowed.
  case iterations
  /// As many evaluations as were allowed.
  case evaluations
  /// The method found no point that is better.
  case noProgress
  /// The value or the gradient is infinite or NaN where the search began.
  case notFinite

  /// Whether a tolerance was met, rather than a limit or an obstacle.
  public var isConvergence: Bool {
    switch self {
    case .gradient, .valueChange, .stepChange: true
    case .iterations, .evaluations, .noProgress, .notFinite: false
    }
  }

  /// The reason in words.
  public var description: String {
    switch self {
    case .gradient: "the gradient is within its tolerance"
    case .valueChange: "the last step changed the value by less than its tolerance"
    case .stepChange: "the last step was shorter than its tolerance"
    case .iterations: "the largest number of iterations was reached"
    case .evaluations: "the largest number of evaluations was reached"
    case .noProgress: "no better point was found along the direction"
    case .notFinite: "the value or the gradient is infinite or NaN at the starting point"
    }
  }
}
