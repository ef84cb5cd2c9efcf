/// LeNet-5: two convolutions with mean pooling, and three dense layers (LeCun, Bottou, Bengio, Haffner 1998,
/// doi:10.1109/5.726791).
///
/// x has shape [batch, channels, size, size], the result [batch, classes]. As is usual now, the second convolution sees all
/// channels of the first, pooling has no parameters, and the output is linear: 61,706 parameters for MNIST. Images of 28
/// pixels are padded to the 32 of the paper. Weights begin uniform within ±2.4/fan-in, as there, biases at zero.
public struct LeNet<Activation: Layer>: Layer {
  /// The first convolution, to 6 channels.
  public let conv1: Conv2d
  /// The second convolution, to 16 channels.
  public let conv2: Conv2d
  /// The first dense layer, to 120 units.
  public let fc1: Dense
  /// The second dense layer, to 84 units.
  public let fc2: Dense
  /// The last layer.
  public let fc3: Dense
  /// What follows all layers but the last; if it has parameters, all places share them.
  public let activation: Activation

  /// A network for square images of `size` pixels, at least 12.
  public init(classes: Int = 10, channels: Int = 1, size: Int = 28, activation: Activation) {
    let padding = size < 32 ? 2 : 0
    let pooled = ((size + 2 * padding - 4) / 2 - 4) / 2
    require(pooled > 0, "images of \(size) pixels are too small for two convolutions")
    func dense(_ inputs: Int, _ outputs: Int) -> Dense { Dense(inputs, outputs, initializer: Self.initializer(inputs)) }
    conv1 = Conv2d(
      channels, 6, kernel: 5, padding: .by(.all(padding)), initializer: Self.initializer(25 * channels))
    conv2 = Conv2d(6, 16, kernel: 5, initializer: Self.initializer(25 * 6))
    fc1 = dense(16 * pooled * pooled, 120)
    fc2 = dense(120, 84)
    fc3 = dense(84, classes)
    self.activation = activation
  }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    let pool = AvgPool2d(2)
    let features = pool(conv2(pool(conv1(x, then: activation)), then: activation))
    return fc3(fc2(fc1(Flatten()(features), then: activation), then: activation))
  }

  private static func initializer(_ fanIn: Int) -> Distribution {
    .uniform(lower: -2.4 / Double(fanIn), upper: 2.4 / Double(fanIn))
  }
}

extension LeNet where Activation == Tanh {
  /// A network of tanh units, as in the paper but for the scale.
  public init(classes: Int = 10, channels: Int = 1, size: Int = 28) {
    self.init(classes: classes, channels: channels, size: size, activation: Tanh())
  }
}
