/// Layer normalization over the last axis, with a trained gain and offset (Ba, Kiros, Hinton 2016, arXiv:1607.06450).
public struct LayerNorm: Layer {
  /// The factor of each feature, which begins at 1.
  public let gain: Parameter
  /// What is added to each feature, which begins at 0.
  public let offset: Parameter
  /// ε in the denominator √(variance + ε).
  public let epsilon: Double

  /// Normalization of the given number of features, with ε = 1e-5 by default (PyTorch's).
  public init(_ features: Int, epsilon: Double = 1e-5) {
    gain = Parameter([features], role: .normalization, initializer: .ones)
    offset = Parameter([features], role: .normalization, initializer: .zeros)
    self.epsilon = epsilon
  }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    x.applying(LayerNormalize(epsilon: epsilon), x.tape[gain], x.tape[offset])
  }
}
