/// Two 3 × 3 convolutions with batch normalization around a residual connection, y = max(x + f(x), 0) (He, Zhang, Ren, Sun
/// 2016, arXiv:1512.03385).
///
/// With a stride the connection takes every so manieth pixel, and zeros stand for the channels that x lacks, half of them
/// before and half after: the paper's option A, without parameters.
public struct ResidualBlock: Layer {
  /// The first convolution, which has the stride.
  public let conv1: Conv2d
  /// The normalization after it.
  public let bn1: BatchNorm
  /// The second convolution.
  public let conv2: Conv2d
  /// The normalization after it.
  public let bn2: BatchNorm
  /// The stride.
  public let stride: Int

  /// A block from `inputs` to `outputs` channels, at least as many.
  public init(_ inputs: Int, _ outputs: Int, stride: Int = 1) {
    require(
      outputs >= inputs && (outputs - inputs).isMultiple(of: 2),
      "a residual block adds an even number of channels to \(inputs); \(outputs) will not do")
    let weights = VarianceScaling.he(.normal)
    conv1 = Conv2d(inputs, outputs, kernel: 3, stride: .all(stride), padding: 1, bias: false, initializer: weights)
    bn1 = BatchNorm(outputs)
    conv2 = Conv2d(outputs, outputs, kernel: 3, padding: 1, bias: false, initializer: weights)
    bn2 = BatchNorm(outputs)
    self.stride = stride
  }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    relu(bn2(conv2(relu(bn1(conv1(x))))) + shortcut(x))
  }

  private func shortcut<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    let kept = stride == 1 ? x : AvgPool2d(1, stride: .all(stride))(x)
    let missing = conv1.weight.shape[0] - x.shape[1]
    guard missing > 0 else { return kept }
    var shape = kept.shape
    shape[1] = missing / 2
    let zeros = x.tape.constant(Tensor.zeros(shape, pool: x.tape.pool))
    return concatenate([zeros, kept, zeros], axis: 1)
  }
}
