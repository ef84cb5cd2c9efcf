/// Rows of a table, one for each index; the pullback adds up what comes back to the same row.
public struct GatherRows: Differentiable {
  /// The rows, in the order in which the result has them.
  public let rows: [Int]
  /// The axes in place of the table's first one.
  public let shape: Shape
  /// A row whose gradient is left out, nil for none: PyTorch's `padding_idx`.
  public let frozenRow: Int?

  /// The operation for the given rows, as many as `shape` has elements.
  public init(_ rows: [Int], shape: Shape, frozenRow: Int? = nil) {
    require(rows.count == shape.count, "\(rows.count) rows do not fill shape \(shape)")
    self.rows = rows
    self.shape = shape
    self.frozenRow = frozenRow
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> {
    x[0].gatheringRows(rows, shape: shape, pool: x.pool)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func pullback<S: Scalar>(_ step: Pullback<S>) {
    let g = step.cotangent
    step.accumulate(into: 0) { $0.scatterRows(g, rows, accumulating: $1, frozenRow: frozenRow) }
  }
}
