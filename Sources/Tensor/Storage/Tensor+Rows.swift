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
