/// The same elements in another shape.
public struct Reshape: Differentiable {
  /// The new shape's sizes; one may be -1.
  public let sizes: [Int]

  /// The operation that gives the elements another shape; one size may be -1 and is worked out.
  public init(_ sizes: [Int]) { self.sizes = sizes }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> { x[0].reshaped(to: sizes) }
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func pullback<S: Scalar>(_ step: Pullback<S>) { step.add(step.cotangent.reshaped(to: step[0].shape), to: 0) }
}

/// The axes in another order: axis i of the result is axis `order[i]` of the argument.
public struct Transpose: Differentiable {
  /// For each axis of the result, the argument's axis.
  public let order: [Int]

  /// The operation that puts axes in another order.
  public init(_ order: [Int]) { self.order = order }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> { x[0].transposed(order) }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func pullback<S: Scalar>(_ step: Pullback<S>) {
    var inverse = order
    for (position, axis) in order.enumerated() { inverse[axis] = position }
    step.add(step.cotangent.transposed(inverse), to: 0)
  }
}
