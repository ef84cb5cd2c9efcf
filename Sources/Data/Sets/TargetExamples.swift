/// Inputs with a target tensor each, as for regression.
public struct TargetExamples: ExampleSet {
  /// The inputs, of shape [examples, features...].
  public let features: Tensor<Float>
  /// The targets, of shape [examples, outputs...].
  public let targets: Tensor<Float>

  /// Inputs and their targets; throws where their numbers differ.
  public init(features: Tensor<Float>, targets: Tensor<Float>) throws {
    guard features.shape.rank >= 1, targets.shape.rank >= 1, features.shape[0] == targets.shape[0] else {
      throw DataError.sizesDiffer("targets of shape \(targets.shape) for inputs of shape \(features.shape)")
    }
    self.features = features
    self.targets = targets
  }

  public var count: Int { features.shape[0] }
}
