/// Where a rule that divides by the root of an average or sum of squares adds its ε.
public enum EpsilonPlacement: String, CaseIterable, Sendable {
  /// √v + ε, as PyTorch has it.
  case outsideRoot
  /// √(v + ε), as optax has it.
  case insideRoot

  /// The root of v, which is not negative, with ε in its place.
  @inlinable @inline(__always)
  public func root<V: Lane>(of square: V, epsilon: Double) -> V {
    switch self {
    case .outsideRoot: square.magnitudeRoot() + epsilon
    case .insideRoot: (square + epsilon).magnitudeRoot()
    }
  }
}
