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
  public func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> { x[0].gatheringRows(rows, shape: shape) }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func pullback<S: Scalar>(_ step: Pullback<S>) {
    let g = step.cotangent
    step.accumulate(into: 0) { $0.scatterRows(g, rows, accumulating: $1, frozenRow: frozenRow) }
  }
}

extension Tensor {
  /// Rows along the first axis, one for each index.
  func gatheringRows(_ rows: [Int], shape: Shape) -> Tensor {
    let width = self.shape.dropping(axis: 0).count
    let sizes = (0..<shape.rank).map { shape[$0] } + (1..<self.shape.rank).map { self.shape[$0] }
    let result = Tensor(uninitialized: Shape(sizes), pool: pool)
    let count = self.shape[0]
    withElements { x in
      result.withSharedMutableElements { y in
        for (position, row) in rows.enumerated() {
          require(row >= 0 && row < count, "row \(row) lies outside a table of shape \(self.shape)")
          y.advanced(by: position * width).update(from: x + row * width, count: width)
        }
      }
    }
    return result
  }

  /// Adds each row of a tensor to the row of this one that its index names.
  mutating func scatterRows(_ parts: Tensor, _ rows: [Int], accumulating: Bool, frozenRow: Int?) {
    if !accumulating { fill(0) }
    let width = shape.dropping(axis: 0).count
    withMutableElements { y in
      parts.withElements { x in
        for (position, row) in rows.enumerated() where row != frozenRow {
          S.combine(1, x + position * width, 1, into: y + row * width, count: width)
        }
      }
    }
  }
}
