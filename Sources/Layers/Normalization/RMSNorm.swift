/// RMS normalization over the last axis, with a trained gain (Zhang, Sennrich 2019, arXiv:1910.07467).
public struct RMSNorm: Layer {
  /// The factor of each feature, which begins at 1; nil for none.
  public let gain: Parameter?
  /// ε; nil for the distance from 1 to the next number of the scalar type (PyTorch's default).
  public let epsilon: Double?

  /// Normalization of so many features.
  public init(_ features: Int, epsilon: Double? = nil, gain: Bool = true) {
    require(features > 0, "an RMS normalization has features, not \(features)")
    self.gain = gain ? Parameter([features], role: .normalization, initializer: .ones) : nil
    self.epsilon = epsilon
  }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    affine(x.applying(RootMeanSquareNormalize(epsilon: epsilon)), gain: gain, offset: nil)
  }
}
