/// DeepOBS's 2c2d: two convolutions with maximum pooling and two dense layers (Schneider, Balles, Hennig 2019,
/// arXiv:1903.05499).
///
/// x has shape [batch, channels, size, size], the result [batch, classes]: 5 × 5 convolutions to 32 and 64 channels that keep
/// the size, each rectified and pooled by 2, then 1,024 rectified units. For MNIST and Fashion-MNIST that is 3,274,634
/// parameters. Weights begin as DeepOBS's: normal of deviation 0.05, cut at two deviations; biases at 0.05.
public struct TwoConvTwoDense: Layer {
  /// The first convolution.
  public let conv1: Conv2d
  /// The second convolution.
  public let conv2: Conv2d
  /// The hidden dense layer.
  public let fc1: Dense
  /// The last layer.
  public let fc2: Dense

  /// A network for square images of `size` pixels.
  public init(classes: Int = 10, channels: Int = 1, size: Int = 28) {
    let weights = Distribution.truncatedNormal(deviation: 0.05)
    let biases = ConstantInitializer(0.05)
    // Pooling rounds up, as TensorFlow's padding "same" does.
    let pooled = (size + 3) / 4
    conv1 = Conv2d(channels, 32, kernel: 5, padding: .same, initializer: weights, biasInitializer: biases)
    conv2 = Conv2d(32, 64, kernel: 5, padding: .same, initializer: weights, biasInitializer: biases)
    fc1 = Dense(64 * pooled * pooled, 1_024, initializer: weights, biasInitializer: biases)
    fc2 = Dense(1_024, classes, initializer: weights, biasInitializer: biases)
  }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    let pool = MaxPool2d(2, roundsUp: true)
    let features = pool(conv2.rectified(pool(conv1.rectified(x))))
    return fc2(fc1.rectified(Flatten()(features)))
  }
}
