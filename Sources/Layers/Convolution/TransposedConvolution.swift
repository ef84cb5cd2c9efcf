/// A transposed convolution over sequences [N, C, L].
public typealias ConvTranspose1d = TransposedConvolution<OneAxis>
/// A transposed convolution over images [N, C, H, W].
public typealias ConvTranspose2d = TransposedConvolution<TwoAxes>
/// A transposed convolution over volumes [N, C, D, H, W].
public typealias ConvTranspose3d = TransposedConvolution<ThreeAxes>

/// A transposed convolutional layer, which enlarges what a convolution of its window would reduce (Zeiler et al. 2010,
/// doi:10.1109/CVPR.2010.5539957).
///
/// x has shape [N, inputs, sizes...], W [inputs, outputs / groups, kernel...], b [outputs], as in PyTorch. Along each axis
/// y has (size − 1) · stride + dilation · (kernel − 1) + 1 − 2 padding + output padding elements.
public struct TransposedConvolution<Rank: SpatialRank>: Layer {
  /// W, of shape [inputs, outputs / groups, kernel...].
  public let weight: Parameter
  /// b, of shape [outputs], if the layer has one.
  public let bias: Parameter?
  /// The operation.
  public let operation: ConvolveTransposed

  /// A layer from `inputs` to `outputs` channels.
  ///
  /// The weight begins uniform within ±√(6/fan-in) (He et al. 2015, for ReLU) by default, where the fan-in is that of
  /// its shape, outputs / groups · kernel, as in PyTorch; the bias at zero.
  public init(
    _ inputs: Int, _ outputs: Int, kernel: SpatialSizes, stride: SpatialSizes = 1, padding: Padding = 0,
    outputPadding: SpatialSizes = 0, dilation: SpatialSizes = 1, groups: Int = 1, bias: Bool = true,
    initializer: any Initializer = .he, biasInitializer: any Initializer = .zeros
  ) {
    let window = WindowGeometry(
      rank: Rank.axes, kernel: kernel, stride: stride, padding: padding, dilation: dilation)
    operation = ConvolveTransposed(ConvolutionGeometry(window, groups: groups), outputPadding: outputPadding)
    requireGroups(groups, inputs, outputs)
    weight = Parameter(Shape([inputs, outputs / groups] + window.kernelSizes), role: .weight, initializer: initializer)
    self.bias = bias ? Parameter([outputs], role: .bias, initializer: biasInitializer) : nil
  }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    x.applying(operation, weight, bias)
  }
}
