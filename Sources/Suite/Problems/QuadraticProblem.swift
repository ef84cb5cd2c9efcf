/// A convex quadratic of 50 dimensions and a given condition number, in Double; a seed turns it and moves its minimum.
public struct QuadraticProblem: TestProblem {
  /// κ, the quotient of the largest and smallest eigenvalue.
  public let conditionNumber: Double
  public let facts: ProblemFacts
  private static let dimensions = 50

  /// The problem of a condition number κ; the target is a millionth of the first seed's value at its start.
  public init(_ name: String, conditionNumber: Double) {
    self.conditionNumber = conditionNumber
    let first = ConvexQuadratic(dimensions: Self.dimensions, conditionNumber: conditionNumber)
    let condition = Int(exactly: conditionNumber).map { "\($0)" } ?? "\(conditionNumber)"
    let start = ParameterVector<Double>(initializing: first.objective.layout, seed: 0)
    facts = ProblemFacts(
      name: name, summary: "a turned convex quadratic of condition number \(condition)", kind: .function,
      dimension: Self.dimensions, scalar: Double.name, measure: "value", minimum: 0,
      target: 1e-6 * first.objective.on(first.examples).value(at: start), steps: 2_000)
  }

  public func begin(with optimizer: some Optimizer, seed: UInt64) -> any TestProblemRun {
    let problem = ConvexQuadratic(dimensions: Self.dimensions, conditionNumber: conditionNumber, seed: seed)
    return LearningRun<Quadratic, _, Double>(
      problem.objective, training: problem.examples, test: problem.examples, optimizer: optimizer,
      batches: BatchPlan(size: nil), seed: seed)
  }
}
