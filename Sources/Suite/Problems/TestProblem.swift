/// Something to minimize in a comparison of optimizers, with what a run begins with decided by a seed.
///
/// Two optimizers with one seed get the same start, the same order of examples and the same noise (common random numbers), so that
/// their results are pairs.
public protocol TestProblem: Sendable {
  /// The facts about it.
  var facts: ProblemFacts { get }
  /// A run that is about to take its first step.
  func begin(with optimizer: some Optimizer, seed: UInt64) -> any TestProblemRun
}

/// One run of an optimizer on a test problem.
public protocol TestProblemRun {
  /// Takes a step and gives the loss before it; a loss that is not finite means that the step could not be taken.
  mutating func step() throws -> Double
  /// What the problem is measured by, at the point at which the optimizer wants to be judged.
  func measure() -> ProblemMeasurement
  /// That point.
  var point: [Double] { get }
  /// A hash of the parameters: the same bits give the same hash.
  var parametersHash: String { get }
}

/// What a run has come to.
public struct ProblemMeasurement: Hashable, Sendable {
  /// The value that is to be small.
  public let value: Double
  /// The share of examples classified correctly, where that means something.
  public let accuracy: Double?

  /// The given figures.
  public init(value: Double, accuracy: Double? = nil) {
    self.value = value
    self.accuracy = accuracy
  }
}
