/// Mean pooling of sequences [N, C, L].
public typealias AvgPool1d = AveragePool<OneAxis>
/// Mean pooling of images [N, C, H, W].
public typealias AvgPool2d = AveragePool<TwoAxes>
/// Mean pooling of volumes [N, C, D, H, W].
public typealias AvgPool3d = AveragePool<ThreeAxes>

/// The mean of each window, channel by channel (LeCun, Bottou, Bengio, Haffner 1998, doi:10.1109/5.726791).
public struct AveragePool<Rank: SpatialRank>: Layer {
  /// The windows.
  public let geometry: PoolingGeometry

  /// Pooling by a window whose stride is, by default, its size.
  ///
  /// `roundsUp` lets a last window reach beyond the end (PyTorch's ceil mode). Zeros of the padding are part of the mean,
  /// unless not `countsPadding`.
  public init(
    _ kernel: SpatialSizes, stride: SpatialSizes? = nil, padding: Padding = 0, roundsUp: Bool = false,
    countsPadding: Bool = true
  ) {
    let window = WindowGeometry(rank: Rank.axes, kernel: kernel, stride: stride ?? kernel, padding: padding)
    geometry = .sliding(window, roundsUp: roundsUp, countsPadding: countsPadding)
  }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { averagePool(x, geometry) }
}
