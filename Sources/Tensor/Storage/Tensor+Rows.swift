// Elements whose copies or sums pay for another thread.
private let rowGrain = 1 << 14

extension Tensor {
  /// Rows along the first axis, one for each index.
  func gatheringRows(_ rows: [Int], shape: Shape) -> Tensor {
    check(rows)
    let width = self.shape.dropping(axis: 0).count
    let sizes = (0..<shape.rank).map { shape[$0] } + (1..<self.shape.rank).map { self.shape[$0] }
    let result = Tensor(uninitialized: Shape(sizes), pool: pool)
    withElements { x in
      result.withSharedMutableElements { y in
        rows.withUnsafeBufferPointer { rows in
          parallelFor(rows.count, grain: rowGrain / max(1, width) + 1) {
            for position in $0 { (y + position * width).update(from: x + rows[position] * width, count: width) }
          }
        }
      }
    }
    return result
  }

  /// Adds each row of a tensor to the row of this one that its index names; sums are kept in the accumulator's type.
  mutating func scatterRows(_ parts: Tensor, _ rows: [Int], accumulating: Bool, frozenRow: Int?) {
    check(rows)
    if S.self == S.Accumulator.self {
      if !accumulating { fill(0) }
      return addRows(of: parts, rows, frozenRow: frozenRow)
    }
    var sums = Tensor<S.Accumulator>.zeros(shape, pool: parts.pool)
    sums.addRows(of: parts.widened(), rows, frozenRow: frozenRow)
    combine(1, sums.narrowed(to: S.self), accumulating ? 1 : 0)
  }

  /// Columns are shared out among threads, so that each sum is taken in one order.
  private mutating func addRows(of parts: Tensor, _ rows: [Int], frozenRow: Int?) {
    let width = shape.dropping(axis: 0).count
    let grain =
      rows.count * width < 2 * rowGrain ? width : (width + ThreadPool.threadCount - 1) / ThreadPool.threadCount
    withMutableElements { y in
      parts.withElements { x in
        parallelFor(width, grain: max(1, grain)) { columns in
          let (x, y) = (x + columns.lowerBound, y + columns.lowerBound)
          for (position, row) in rows.enumerated() where row != frozenRow {
            S.combine(1, x + position * width, 1, into: y + row * width, count: columns.count)
          }
        }
      }
    }
  }

  private func check(_ rows: [Int]) {
    let count = shape[0]
    for row in rows where row < 0 || row >= count { fatalError("row \(row) lies outside a table of shape \(shape)") }
  }
}
