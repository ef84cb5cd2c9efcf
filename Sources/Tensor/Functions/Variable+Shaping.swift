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
}
