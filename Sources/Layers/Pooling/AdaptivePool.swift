/// Adaptive mean pooling of sequences [N, C, L].
public typealias AdaptiveAvgPool1d = AdaptiveAveragePool<OneAxis>
/// Adaptive mean pooling of images [N, C, H, W].
public typealias AdaptiveAvgPool2d = AdaptiveAveragePool<TwoAxes>
/// Adaptive maximum pooling of sequences [N, C, L].
public typealias AdaptiveMaxPool1d = AdaptiveMaxPool<OneAxis>
/// Adaptive maximum pooling of images [N, C, H, W].
public typealias AdaptiveMaxPool2d = AdaptiveMaxPool<TwoAxes>

/// The means of as many windows as outputs are wanted, whatever the size of the input.
///
/// Output o of n sees the inputs from ⌊o · size/n⌋ to before ⌈(o + 1) · size/n⌉, as in PyTorch.
public struct AdaptiveAveragePool<Rank: SpatialRank>: Layer {
  /// The windows.
  public let geometry: PoolingGeometry

  /// Pooling to the given sizes; 1 pools globally.
  public init(_ outputs: SpatialSizes) { geometry = .adaptive(rank: Rank.axes, outputs: outputs) }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { averagePool(x, geometry) }
}

/// The maxima of as many windows as outputs are wanted, whatever the size of the input.
public struct AdaptiveMaxPool<Rank: SpatialRank>: Layer {
  /// The windows.
  public let geometry: PoolingGeometry

  /// Pooling to the given sizes; 1 pools globally.
  public init(_ outputs: SpatialSizes) { geometry = .adaptive(rank: Rank.axes, outputs: outputs) }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { maximumPool(x, geometry) }
}

/// The mean of each channel, [N, C, sizes...] to [N, C] (Lin, Chen, Yan 2014, arXiv:1312.4400).
public struct GlobalAveragePool: Layer {
  /// The layer.
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { perChannel(x).mean(axis: -1) }
}

/// The largest element of each channel, [N, C, sizes...] to [N, C].
public struct GlobalMaxPool: Layer {
  /// The layer.
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    maximumPool(perChannel(x), .adaptive(rank: 1, outputs: 1)).reshaped(to: x.shape[0], x.shape[1])
  }
}

private func perChannel<S>(_ x: Variable<S>) -> Variable<S> {
  require(x.shape.rank >= 3, "a global pooling takes images [N, C, sizes...], not shape \(x.shape)")
  return x.reshaped(to: x.shape[0], x.shape[1], -1)
}
