/// A convolution over sequences [N, C, L].
public typealias Conv1d = Convolution<OneAxis>
/// A convolution over images [N, C, H, W].
public typealias Conv2d = Convolution<TwoAxes>
/// A convolution over volumes [N, C, D, H, W].
public typealias Conv3d = Convolution<ThreeAxes>

/// A convolutional layer, y = W * x + b (LeCun et al. 1989, doi:10.1162/neco.1989.1.4.541).
///
/// x has shape [N, inputs, sizes...], W [outputs, inputs / groups, kernel...], b [outputs], as in PyTorch. Along each axis
/// y has (size + padding on both sides − dilation · (kernel − 1) − 1) / stride + 1 elements, rounded down.
public struct Convolution<Rank: SpatialRank>: Layer {
  /// W, of shape [outputs, inputs / groups, kernel...].
  public let weight: Parameter
  /// b, of shape [outputs], if the layer has one.
  public let bias: Parameter?
  /// Window and groups.
  public let geometry: ConvolutionGeometry
  /// What lies beyond the edges where there is padding.
  public let border: BorderMode

  /// A layer from `inputs` to `outputs` channels; with as many groups as inputs it is depthwise.
  ///
  /// The weight begins uniform within ±√(6/(inputs/groups · kernel)) (He et al. 2015, for ReLU) by default, the bias at
  /// zero. `padding: .same` keeps the sizes and needs stride 1.
  public init(
    _ inputs: Int, _ outputs: Int, kernel: SpatialSizes, stride: SpatialSizes = 1, padding: Padding = 0,
    dilation: SpatialSizes = 1, groups: Int = 1, border: BorderMode = .zeros, bias: Bool = true,
    initializer: any Initializer = .he, biasInitializer: any Initializer = .zeros
  ) {
    let window = WindowGeometry(
      rank: Rank.axes, kernel: kernel, stride: stride, padding: padding, dilation: dilation)
    geometry = ConvolutionGeometry(window, groups: groups)
    requireGroups(groups, inputs, outputs)
    weight = Parameter(Shape([outputs, inputs / groups] + window.kernelSizes), role: .weight, initializer: initializer)
    self.bias = bias ? Parameter([outputs], role: .bias, initializer: biasInitializer) : nil
    self.border = border
  }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { apply(to: x, rectifies: false) }

  public func rectified<S: Scalar>(_ x: Variable<S>) -> Variable<S> { apply(to: x, rectifies: true) }

  private func apply<S: Scalar>(to x: Variable<S>, rectifies: Bool) -> Variable<S> {
    if border == .zeros { return x.applying(Convolve(geometry, rectifies: rectifies), weight, bias) }
    let inner = ConvolutionGeometry(geometry.window.withoutPadding, groups: geometry.groups)
    let x = bordered(x, paddingOf: geometry.window, border)
    return x.applying(Convolve(inner, rectifies: rectifies), weight, bias)
  }
}

/// Traps unless the channels fall into so many groups.
func requireGroups(_ groups: Int, _ inputs: Int, _ outputs: Int) {
  require(
    inputs > 0 && outputs > 0 && inputs.isMultiple(of: groups) && outputs.isMultiple(of: groups),
    "a convolution from \(inputs) to \(outputs) channels cannot have \(groups) groups")
}
