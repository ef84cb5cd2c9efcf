/// Images enlarged by a factor or to given sizes, channel by channel, over any number of spatial axes.
public struct Upsample: Layer {
  private enum Target: Hashable, Sendable {
    case factors(SpatialSizes)
    case sizes(SpatialSizes)
  }

  private let target: Target
  /// How values between are found.
  public let interpolation: Interpolation

  /// A layer that multiplies sizes; the nearest value is taken by default, as in PyTorch.
  public init(by factors: SpatialSizes, _ interpolation: Interpolation = .nearest) {
    target = .factors(factors)
    self.interpolation = interpolation
  }

  /// A layer with results of the given sizes.
  public init(to sizes: SpatialSizes, _ interpolation: Interpolation = .nearest) {
    target = .sizes(sizes)
    self.interpolation = interpolation
  }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    switch target {
    case .factors(let factors): upsampled(x, by: factors, interpolation)
    case .sizes(let sizes): resized(x, to: sizes, interpolation)
    }
  }
}

/// Channels as the pixels between pixels, [N, C r², H, W] to [N, C, r H, r W] (Shi et al. 2016,
/// doi:10.1109/CVPR.2016.207).
public struct PixelShuffle: Layer {
  /// r
  public let factor: Int

  /// A layer that multiplies both sizes.
  public init(_ factor: Int) { self.factor = factor }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { pixelShuffle(x, factor: factor) }
}
