/// What weight decay does to the elements of one step: g ← g + a w, then w ← k w.
@frozen public struct DecayFactors: Hashable, Sendable {
  /// a, how much of the weight is added to the gradient.
  public let added: Double
  /// k, what is kept of the weight.
  public let kept: Double

  /// Decay by λ at a learning rate: a = λ where it is coupled, k = 1 − η λ where it is not.
  public init(_ kind: DecayKind, weightDecay: Double, learningRate: Double) {
    switch kind {
    case .coupled:
      added = weightDecay
      kept = 1
    case .decoupled:
      added = 0
      kept = 1 - learningRate * weightDecay
    }
  }

  /// Decays a weight and returns the gradient that the rule is to see.
  ///
  /// Without decay too: adding nothing and keeping all is faster in a loop over registers than a condition.
  @inlinable @inline(__always)
  public func apply<V: Lane>(to w: inout V, along g: V) -> V {
    let gradient = g + added * w
    w = kept * w
    return gradient
  }
}
