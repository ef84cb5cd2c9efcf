/// A deterministic convex quadratic, ½ (θ − c)ᵀ Q (θ − c), as ill-conditioned as one likes: how an optimizer copes with
/// curvatures of all sizes that are not aligned with the coordinates.
///
/// The eigenvalues of Q are spaced evenly by their logarithms, from 1 down to 1/κ, and its eigenvectors are a random rotation
/// or reflection, uniform over all. The minimum, of value 0, is at a normal random point c, exact in Float; θ begins at 0.
///
/// With κ = 10⁴, gradient descent at its best rate, 2/(1 + 1/κ), takes off 2·10⁻⁴ of the error a step, heavy-ball momentum at
/// its best 2·10⁻² (Polyak 1964, doi:10.1016/0041-5553(64)90137-5).
///
/// ```swift
/// let problem = ConvexQuadratic()
/// var trainer = Trainer(problem.objective, optimizer: Adam(learningRate: 0.1), scalar: Double.self)
/// try trainer.fit(problem.examples, epochs: 1_000)
/// ```
public struct ConvexQuadratic: Sendable {
  /// κ, the quotient of the largest and smallest eigenvalue.
  public let conditionNumber: Double
  /// The loss, with its Hessian.
  public let objective: Quadratic
  /// The minimum, as the only example.
  public let examples: UnlabeledExamples

  /// A problem of so many dimensions, by default 50, with a condition number κ, by default 10⁴; a seed makes another one.
  public init(dimensions: Int = 50, conditionNumber: Double = 1e4, seed: UInt64 = 0) {
    require(dimensions >= 2, "a condition number needs at least two dimensions, not \(dimensions)")
    require(
      conditionNumber >= 1 && conditionNumber.isFinite, "a condition number is 1 or more, not \(conditionNumber)")
    self.conditionNumber = conditionNumber
    let stream = RandomStream(seed: seed, purpose: RandomPurpose("convex quadratic"))
    let decay = PortableMath.log(conditionNumber) / Double(dimensions - 1)
    let eigenvalues = (0..<dimensions).map { PortableMath.exp(-decay * Double($0)) }
    let square: Shape = [dimensions, dimensions]
    let eigenvectors = Tensor(square, Orthogonal().values(shape: square, stream: stream.substream(0)))
    objective = Quadratic(Spectrum(eigenvalues: eigenvalues, eigenvectors: eigenvectors), start: .zeros)
    let point = (0..<dimensions).map { Float(stream.substream(1).normal(at: $0)) }
    examples = UnlabeledExamples(features: Tensor([1, dimensions], point))
  }
}
