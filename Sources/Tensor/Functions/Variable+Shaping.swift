extension Variable {
  /// The matrix product op(self) op(other), where an operand that is `transposed` is used the other way round.
  public func matrixProduct(_ other: Variable, transposed: Bool = false, otherTransposed: Bool = false) -> Variable {
    applying(MatrixMultiply(transposesA: transposed, transposesB: otherTransposed), other)
  }

  /// The sum of all elements, or along one axis, which the result lacks.
  public func sum(axis: Int? = nil) -> Variable { applying(Reduce(.sum, axis: axis)) }

  /// The mean of all elements, or along one axis, which the result lacks.
  public func mean(axis: Int? = nil) -> Variable { applying(Reduce(.mean, axis: axis)) }

  /// The same elements in another shape; one size may be -1 and is worked out.
  public func reshaped(to sizes: Int...) -> Variable { applying(Reshape(sizes)) }

  /// The axes in another order: axis i of the result is axis `order[i]` of this one.
  public func transposed(_ order: Int...) -> Variable { applying(Transpose(order)) }

  /// The axes in another order, as an array.
  public func transposed(_ order: [Int]) -> Variable { applying(Transpose(order)) }

  /// Two axes exchanged.
  public func swappingAxes(_ first: Int, _ second: Int) -> Variable {
    var order = Array(0..<shape.rank)
    order.swapAt(shape.resolve(first), shape.resolve(second))
    return transposed(order)
  }

  /// The part with the given indices along an axis.
  public func slice(_ range: Range<Int>, axis: Int) -> Variable { applying(Slice(range, axis: axis)) }

  /// As many equal parts along an axis.
  public func split(_ count: Int, axis: Int) -> [Variable] {
    let size = shape[axis]
    require(count > 0 && size.isMultiple(of: count), "axis \(axis) of shape \(shape) has no \(count) equal parts")
    let width = size / count
    return (0..<count).map { slice($0 * width..<($0 + 1) * width, axis: axis) }
  }

  /// The sum along an axis, which keeps a size of 1.
  public func sum(keeping axis: Int) -> Variable { keepingAxis(axis) { $0.sum(axis: axis) } }

  /// The mean along an axis, which keeps a size of 1.
  public func mean(keeping axis: Int) -> Variable { keepingAxis(axis) { $0.mean(axis: axis) } }

  private func keepingAxis(_ axis: Int, _ reduce: (Variable) -> Variable) -> Variable {
    reduce(self).reshaped(to: shape.reducing(axis))
  }

  /// The same elements in another shape.
  public func reshaped(to shape: Shape) -> Variable { applying(Reshape((0..<shape.rank).map { shape[$0] })) }
}

/// Variables one after the other along an axis.
public func concatenate<S>(_ parts: [Variable<S>], axis: Int) -> Variable<S> {
  Variable.applying(Concatenate(axis: axis), to: parts)
}

/// Variables of one shape as one, with a new axis that counts them.
public func stack<S>(_ parts: [Variable<S>], axis: Int = 0) -> Variable<S> {
  let single = parts.map { part -> Variable<S> in
    var sizes = (0..<part.shape.rank).map { part.shape[$0] }
    sizes.insert(1, at: axis < 0 ? sizes.count + 1 + axis : axis)
    return part.reshaped(to: Shape(sizes))
  }
  return concatenate(single, axis: axis)
}
