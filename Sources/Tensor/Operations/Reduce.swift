/// The sum or mean of all elements, of shape [], or along one axis, which the result lacks.
public struct Reduce: Differentiable {
  /// Which reduction.
  public let kind: Kind
  /// The axis; all elements where nil.
  public let axis: Int?

  /// Which reduction.
  public enum Kind: String, Sendable {
    /// Σ xᵢ
    case sum
    /// Σ xᵢ / n
    case mean
  }

  /// A reduction of all elements or along one axis.
  public init(_ kind: Kind, axis: Int? = nil) {
    self.kind = kind
    self.axis = axis
  }

  public var name: String { kind.rawValue }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> {
    let x = x[0]
    var kept = Shape.scalar
    var result = Shape.scalar
    if let axis {
      kept = x.shape
      kept[axis] = 1
      result = x.shape.dropping(axis: axis)
    }
    return x.summed(to: kept, scale: factor(x.shape)).reshaped(to: result)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func pullback<S: Scalar>(_ step: Pullback<S>) {
    let shape = step[0].shape
    var kept = step.cotangent.shape
    if let axis {
      kept = shape
      kept[axis] = 1
    }
    let scaled = step.cotangent.reshaped(to: kept).scaled(by: S.Accumulator(factor(shape)))
    step.add(scaled.broadcast(to: shape), to: 0)
  }

  private func factor(_ shape: Shape) -> Double {
    guard kind == .mean else { return 1 }
    return 1 / Double(axis.map { shape[$0] } ?? shape.count)
  }
}
