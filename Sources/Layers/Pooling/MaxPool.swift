/// Maximum pooling of sequences [N, C, L].
public typealias MaxPool1d = MaxPool<OneAxis>
/// Maximum pooling of images [N, C, H, W].
public typealias MaxPool2d = MaxPool<TwoAxes>
/// Maximum pooling of volumes [N, C, D, H, W].
public typealias MaxPool3d = MaxPool<ThreeAxes>

/// The largest input in each window, channel by channel (Zhou, Chellappa 1988, doi:10.1109/ICNN.1988.23914).
public struct MaxPool<Rank: SpatialRank>: Layer {
  /// The windows.
  public let geometry: PoolingGeometry

  /// Pooling by a window whose stride is, by default, its size.
  ///
  /// `roundsUp` lets a last window reach beyond the end (PyTorch's ceil mode).
  public init(
    _ kernel: SpatialSizes, stride: SpatialSizes? = nil, padding: Padding = 0, dilation: SpatialSizes = 1,
    roundsUp: Bool = false
  ) {
    let window = WindowGeometry(
      rank: Rank.axes, kernel: kernel, stride: stride ?? kernel, padding: padding, dilation: dilation)
    geometry = .sliding(window, roundsUp: roundsUp)
  }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { maximumPool(x, geometry) }
}
