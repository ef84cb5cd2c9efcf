/// A residual network for small images, of depth 6n + 2: ResNet-20, 32, 44, 56, 110 (He, Zhang, Ren, Sun 2016,
/// arXiv:1512.03385, section 4.2).
///
/// x has shape [batch, channels, height, width], the result [batch, classes]. A convolution, three stages of n blocks with
/// 16, 32 and 64 channels, the later two at half the size of the one before, global mean pooling, and a dense layer. For CIFAR-10
/// that is 0.27, 0.46, 0.66, 0.85 and 1.7 million parameters, as published. Weights begin as He's normal values.
public struct ResNet: Layer {
  /// The first convolution.
  public let conv1: Conv2d
  /// The normalization after it.
  public let bn1: BatchNorm
  /// The blocks of the three stages.
  public let stages: [[ResidualBlock]]
  /// The last layer.
  public let linear: Dense

  /// A network of the given depth, 6n + 2; `width` is the number of channels of the first stage.
  public init(depth: Int = 20, classes: Int = 10, channels: Int = 3, width: Int = 16) {
    require(depth >= 8 && (depth - 2).isMultiple(of: 6), "the depth of a residual network is 6n + 2, not \(depth)")
    let weights = VarianceScaling.he(.normal)
    conv1 = Conv2d(channels, width, kernel: 3, padding: 1, bias: false, initializer: weights)
    bn1 = BatchNorm(width)
    stages = (0..<3).map { stage in
      (0..<(depth - 2) / 6).map { block in
        let isFirst = stage > 0 && block == 0
        let outputs = width << stage
        return ResidualBlock(isFirst ? outputs / 2 : outputs, outputs, stride: isFirst ? 2 : 1)
      }
    }
    linear = Dense(4 * width, classes, initializer: weights)
  }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    var x = relu(bn1(conv1(x)))
    for block in stages.joined() { x = block(x) }
    return linear(GlobalAveragePool()(x))
  }

  public func collectSlots(into collector: inout SlotCollector) {
    collector.collect(conv1, named: "conv1")
    collector.collect(bn1, named: "bn1")
    for (index, blocks) in stages.enumerated() { collector.collect(blocks, named: "layer\(index + 1)") }
    collector.collect(linear, named: "linear")
  }
}
