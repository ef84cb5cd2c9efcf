/// Tensors one after the other along an axis.
public struct Concatenate: Differentiable {
  /// The axis.
  public let axis: Int

  /// The operation.
  public init(axis: Int) { self.axis = axis }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> {
    Tensor.concatenate((0..<x.count).map { x[$0] }, axis: axis)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func pullback<S: Scalar>(_ step: Pullback<S>) {
    var start = 0
    for index in 0..<step.count {
      let width = step[index].shape[axis]
      if step.needs(index) { step.add(step.cotangent.slice(start..<start + width, axis: axis), to: index) }
      start += width
    }
  }
}
