/// y = W * x + b: cross-correlation of images with a kernel over one to four spatial axes, which networks call
/// convolution (LeCun et al. 1989, doi:10.1162/neco.1989.1.4.541).
///
/// x has shape [images, inputs, sizes...], W [outputs, inputs / groups, kernel...], b [outputs]; y has shape [images,
/// outputs, positions...]. Without a third argument there is no bias.
public struct Convolve: Differentiable {
  /// Window and groups.
  public let geometry: ConvolutionGeometry
  /// Whether the result is max(y, 0).
  public let rectifies: Bool

  /// The operation, alone or with a rectified linear unit behind it.
  public init(_ geometry: ConvolutionGeometry, rectifies: Bool = false) {
    self.geometry = geometry
    self.rectifies = rectifies
  }

  public var name: String { rectifies ? "Convolve with relu" : "Convolve" }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> {
    let (input, weight) = (x[0], x[1])
    let bias = x.count == 3 ? x[2] : nil
    checkBias(bias?.shape, channels: weight.shape[0])
    let plan = ConvolutionPlan(geometry, input: input.shape, weight: weight.shape)
    let shape = input.shape.replacing(spatialSizes: plan.window.output, channels: weight.shape[0])
    let output = Tensor<S.Accumulator>(uninitialized: shape, pool: x.pool)
    plan.convolve(
      input.widened(), weight: weight.widened(), bias: bias?.widened(), rectifies: rectifies, into: output)
    return output.narrowed(to: S.self)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func pullback<S: Scalar>(_ step: Pullback<S>) {
    let (input, weight) = (step[0], step[1])
    let plan = ConvolutionPlan(geometry, input: input.shape, weight: weight.shape)
    let g = step.cotangent.widened()
    // The derivative of max(y, 0) is 1 where the result is positive.
    let mask = rectifies ? step.output.widened() : nil
    if step.needs(0) {
      let dx = Tensor<S.Accumulator>(uninitialized: input.shape, pool: g.pool)
      plan.convolveTransposed(g, where: mask, weight: weight.widened(), bias: nil, into: dx)
      step.add(dx.narrowed(to: S.self), to: 0)
    }
    let needsBias = step.count == 3 && step.needs(2)
    guard step.needs(1) || needsBias else { return }
    let (dW, db) = plan.gradients(input: input.widened(), cotangent: g, where: mask, shape: weight.shape)
    step.add(dW.narrowed(to: S.self), to: 1)
    if needsBias { step.add(db.narrowed(to: S.self), to: 2) }
  }
}

/// The transpose of a convolution, which makes images larger where a convolution makes them smaller (Zeiler et al. 2010,
/// doi:10.1109/CVPR.2010.5539957).
///
/// x has shape [images, inputs, sizes...], W [inputs, outputs / groups, kernel...], b [outputs]. Along each axis y has
/// (size − 1) · stride + dilation · (kernel − 1) + 1 − 2 padding + output padding elements. Without a third argument
/// there is no bias.
public struct ConvolveTransposed: Differentiable {
  /// Window and groups of the convolution whose transpose this is.
  public let geometry: ConvolutionGeometry
  private let outputPadding: SIMD4<Int>

  /// The operation; `outputPadding`, below the stride, chooses among the sizes that the convolution maps to one.
  public init(_ geometry: ConvolutionGeometry, outputPadding: SpatialSizes = 0) {
    let window = geometry.window
    self.geometry = geometry
    self.outputPadding = outputPadding.resolved(rank: window.rank, filler: 0, atLeast: 0, "output padding")
    for axis in 0..<4 {
      require(
        self.outputPadding[axis] < max(window.stride[axis], window.dilation[axis]),
        "output padding \(outputPadding) is not below stride \(window.stride) or dilation \(window.dilation)")
    }
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> {
    let (input, weight) = (x[0], x[1])
    let bias = x.count == 3 ? x[2] : nil
    require(
      input.shape.rank == geometry.window.rank + 2 && weight.shape.rank == input.shape.rank
        && weight.shape[0] == input.shape[1],
      "a transposed convolution with a weight of shape \(weight.shape) does not fit inputs of shape \(input.shape)")
    let sizes = geometry.window.inputSizes(for: input.shape.spatialSizes, extra: outputPadding)
    require(sizes.min() > 0, "a transposed convolution of shape \(input.shape) would have sizes \(sizes)")
    let channels = weight.shape[1] * geometry.groups
    checkBias(bias?.shape, channels: channels)
    let shape = input.shape.replacing(spatialSizes: sizes, channels: channels)
    let output = Tensor<S.Accumulator>(uninitialized: shape, pool: x.pool)
    plan(from: input.shape, to: shape, weight: weight.shape)
      .convolveTransposed(input.widened(), weight: weight.widened(), bias: bias?.widened(), into: output)
    return output.narrowed(to: S.self)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func pullback<S: Scalar>(_ step: Pullback<S>) {
    let (input, weight, g) = (step[0], step[1], step.cotangent.widened())
    let plan = plan(from: input.shape, to: g.shape, weight: weight.shape)
    if step.needs(0) {
      let dx = Tensor<S.Accumulator>(uninitialized: input.shape, pool: g.pool)
      plan.convolve(g, weight: weight.widened(), bias: nil, into: dx)
      step.add(dx.narrowed(to: S.self), to: 0)
    }
    if step.needs(1) {
      let dW = plan.gradients(input: g, cotangent: input.widened(), shape: weight.shape).weight
      step.add(dW.narrowed(to: S.self), to: 1)
    }
    step.addChannelSums(of: g, to: 2)
  }

  /// The convolution from this operation's result to its argument.
  private func plan(from input: Shape, to output: Shape, weight: Shape) -> ConvolutionPlan {
    ConvolutionPlan(geometry, input: output, weight: weight, outputSizes: input.spatialSizes)
  }
}

private func checkBias(_ shape: Shape?, channels: Int) {
  guard let shape else { return }
  require(shape == [channels], "a bias of shape \(shape) does not fit \(channels) channels")
}

extension Pullback {
  /// Adds the sums over images and positions to the cotangent of a bias, if there is that argument.
  fileprivate func addChannelSums(of g: Tensor<S.Accumulator>, to index: Int) {
    guard index < count, needs(index) else { return }
    let (images, channels) = (g.shape[0], g.shape[1])
    let planes = g.reshaped(to: [images, channels, g.count / max(1, images * channels)] as Shape)
    add(planes.summed(to: [1, channels, 1]).reshaped(to: [channels] as Shape).narrowed(to: S.self), to: index)
  }
}
