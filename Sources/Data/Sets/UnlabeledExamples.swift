/// Inputs alone, with neither labels nor targets.
public struct UnlabeledExamples: ExampleSet {
  /// The inputs, of shape [examples, features...], in Float, from which they enter a computation in any scalar type.
  public let features: Tensor<Float>

  /// Examples of the given inputs; traps where these have no axis to count them by.
  public init(features: Tensor<Float>) {
    require(features.shape.rank >= 1, "examples have an axis to count them by; a tensor of shape [] has none")
    self.features = features
  }

  public var count: Int { features.shape[0] }
}
