/// What one step saw.
public struct StepReport: Sendable {
  /// The mean loss of the batch before the step.
  public let loss: Double
  /// How many examples of the batch were classified correctly, where that means something.
  public let correctCount: Int?
  /// The Euclidean norm of the gradient, before any clipping.
  public let gradientNorm: Double
  /// The number of operations that the pass recorded, leaves not counted.
  public let operationCount: Int
}
