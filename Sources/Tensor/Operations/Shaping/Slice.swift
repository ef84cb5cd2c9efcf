/// The part of a tensor with some indices along an axis.
public struct Slice: Differentiable {
  /// The indices.
  public let range: Range<Int>
  /// The axis.
  public let axis: Int

  /// The operation.
  public init(_ range: Range<Int>, axis: Int) {
    self.range = range
    self.axis = axis
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> { x[0].slice(range, axis: axis) }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func pullback<S: Scalar>(_ step: Pullback<S>) {
    let g = step.cotangent
    step.accumulate(into: 0) { $0.add(g, at: range.lowerBound, axis: axis, accumulating: $1) }
  }
}
