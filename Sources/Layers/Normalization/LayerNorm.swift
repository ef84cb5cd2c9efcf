/// Layer normalization over the last axis or axes, with a trained gain and offset (Ba, Kiros, Hinton 2016,
/// arXiv:1607.06450).
public struct LayerNorm: Layer {
  /// The factor of each feature, which begins at 1; nil for none.
  public let gain: Parameter?
  /// What is added to each feature, which begins at 0; nil for nothing.
  public let offset: Parameter?
  /// The sizes of the axes that are normalized together.
  public let features: Shape
  /// ε in the denominator √(variance + ε).
  public let epsilon: Double

  /// Normalization of the given number of features, with ε = 1e-5 by default (PyTorch's).
  public init(_ features: Int, epsilon: Double = 1e-5, gain: Bool = true, offset: Bool = true) {
    self.init(shape: [features], epsilon: epsilon, gain: gain, offset: offset)
  }

  /// Normalization over the last axes, of the given sizes.
  public init(shape features: Shape, epsilon: Double = 1e-5, gain: Bool = true, offset: Bool = true) {
    require(features.rank > 0, "a layer normalization has features")
    self.features = features
    self.gain = gain ? Parameter(features, role: .normalization, initializer: .ones) : nil
    self.offset = offset ? Parameter(features, role: .normalization, initializer: .zeros) : nil
    self.epsilon = epsilon
  }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    require(
      x.shape.rank >= features.rank
        && (0..<features.rank).allSatisfy { x.shape[$0 - features.rank] == features[$0] },
      "a layer normalization of \(features) features was given shape \(x.shape)")
    // As rows of features, where these have several axes.
    let isFlat = features.rank == 1
    func flat(_ parameter: Parameter) -> Variable<S> {
      isFlat ? x.tape[parameter] : x.tape[parameter].reshaped(to: [features.count] as Shape)
    }
    let input = isFlat ? x : x.reshaped(to: [x.shape.count / max(1, features.count), features.count] as Shape)
    let operation = LayerNormalize(epsilon: epsilon, gain: gain != nil, offset: offset != nil)
    let result = Variable.applying(operation, to: [input] + [gain, offset].compactMap { $0.map(flat) })
    return isFlat ? result : result.reshaped(to: x.shape)
  }
}
