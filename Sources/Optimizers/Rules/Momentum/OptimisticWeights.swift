/// The weights of a value and of the one before in an optimistic step: α x + β (x − x′), with x′ = x at the first step.
public struct OptimisticWeights: Sendable {
  @usableFromInline let current: Double
  @usableFromInline let previous: Double

  init(value: Double, change: Double, at step: Step) {
    current = step.number == 1 ? value : value + change
    previous = step.number == 1 ? 0 : change
  }

  /// The weighted sum.
  @inlinable @inline(__always)
  public func extrapolate<V: Lane>(_ x: V, _ before: V) -> V { current * x - previous * before }
}
