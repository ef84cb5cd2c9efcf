/// A fully connected layer, y = x Wᵀ + b.
///
/// x has shape [..., inputs], y [..., outputs]; W has shape [outputs, inputs] and b [outputs], as in PyTorch's `Linear`.
public struct Dense: Layer {
  /// W, of shape [outputs, inputs].
  public let weight: Parameter
  /// b, of shape [outputs], if the layer has one.
  public let bias: Parameter?

  /// A layer with the given numbers of inputs and outputs.
  ///
  /// The weight begins uniform within ±√(6/inputs) (He et al. 2015, for ReLU) by default, the bias at zero.
  public init(
    _ inputs: Int, _ outputs: Int, bias: Bool = true, initializer: any Initializer = .he,
    biasInitializer: any Initializer = .zeros
  ) {
    require(inputs > 0 && outputs > 0, "a dense layer needs inputs and outputs, not \(inputs) and \(outputs)")
    weight = Parameter([outputs, inputs], role: .weight, initializer: initializer)
    self.bias = bias ? Parameter([outputs], role: .bias, initializer: biasInitializer) : nil
  }

  /// A layer on given slots; a slot that another layer holds too ties the two.
  public init(weight: Parameter, bias: Parameter? = nil) {
    require(weight.shape.rank == 2, "a dense layer's weight is a matrix, not of shape \(weight.shape)")
    self.weight = weight
    self.bias = bias
  }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    x.applying(Affine(), weight, bias)
  }

  public func rectified<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    x.applying(Affine(rectifies: true), weight, bias)
  }
}
