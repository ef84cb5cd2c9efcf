/// Group normalization: the channels of each example standardized in groups (Wu, He 2018, arXiv:1803.08494).
///
/// x is [batch, channels, …]; one group is layer normalization over everything, as many as channels instance normalization.
public struct GroupNorm: Layer {
  /// The factor of each channel, which begins at 1; nil for none.
  public let gain: Parameter?
  /// What is added to each channel, which begins at 0; nil for nothing.
  public let offset: Parameter?
  /// The number of groups.
  public let groups: Int
  /// ε in the denominator.
  public let epsilon: Double

  /// Normalization of channels in groups, with PyTorch's ε = 1e-5.
  public init(groups: Int, channels: Int, epsilon: Double = 1e-5, affine: Bool = true) {
    require(groups > 0 && channels.isMultiple(of: groups), "\(groups) groups do not divide \(channels) channels")
    gain = affine ? Parameter([channels], role: .normalization, initializer: .ones) : nil
    offset = affine ? Parameter([channels], role: .normalization, initializer: .zeros) : nil
    self.groups = groups
    self.epsilon = epsilon
  }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    require(
      x.shape.rank > 1 && x.shape[1].isMultiple(of: groups),
      "\(groups) groups do not divide the channels of shape \(x.shape)")
    let rows = x.shape[0] * groups
    let grouped = x.reshaped(to: [rows, x.shape.count / max(1, rows)] as Shape)
    let normalized = grouped.applying(Standardize(keeping: .rows, epsilon: epsilon)).reshaped(to: x.shape)
    return affine(normalized, gain: gain, offset: offset, shape: x.shape.keepingOnly(1))
  }
}
