extension Tensor {
  /// The same elements under another shape of as many; one size may be -1 and is then worked out. Nothing is copied.
  public func reshaped(to sizes: [Int]) -> Tensor {
    var sizes = sizes
    if let open = sizes.firstIndex(of: -1) {
      let known = sizes.enumerated().reduce(1) { $1.offset == open ? $0 : $0 * $1.element }
      sizes[open] = known == 0 ? 0 : count / known
    }
    return reshaped(to: Shape(sizes))
  }

  /// The same elements under another shape of as many. Nothing is copied.
  public func reshaped(to shape: Shape) -> Tensor {
    require(shape.count == count, "shape \(self.shape) cannot be reshaped to \(shape)")
    return Tensor(shape: shape, storage: storage, offset: offset)
  }

  /// The tensor with its axes in another order: axis i of the result is axis `order[i]` of this one.
  public func transposed(_ order: [Int]) -> Tensor {
    require(order.sorted() == Array(0..<shape.rank), "\(order) is not an order of the axes of shape \(shape)")
    let target = Shape(order.map { shape[$0] })
    let strides = shape.strides(broadcastTo: shape)
    // The last axes that stay where they are lie together: they move as one.
    var moved = target.rank
    while moved > 0 && order[moved - 1] == moved - 1 { moved -= 1 }
    let run = (moved..<target.rank).reduce(1) { $0 * target[$1] }
    let result = Tensor(uninitialized: target, pool: pool)
    withElements { x in
      result.withSharedMutableElements { y in
        var position = SIMD8<Int>(repeating: 0)
        var source = 0
        for index in stride(from: 0, to: count, by: max(1, run)) {
          if run == 1 { y[index] = x[source] } else { (y + index).update(from: x + source, count: run) }
          var axis = moved - 1
          while axis >= 0 {
            position[axis] += 1
            source += strides[order[axis]]
            if position[axis] < target[axis] { break }
            source -= strides[order[axis]] * target[axis]
            position[axis] = 0
            axis -= 1
          }
        }
      }
    }
    return result
  }

  /// For each row along the last axis, the index of its largest element, the first of equals.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func argmaxRows() -> [Int] {
    let columns = shape.columns
    return withElements { x in (0..<shape.rows).map { Self.argmax(x + $0 * columns, count: columns) } }
  }

  /// The number of rows along the last axis whose largest element is where `columns` says.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func countRows(withLargestAt columns: [Int]) -> Int {
    require(columns.count == shape.rows, "\(columns.count) columns for the rows of shape \(shape)")
    let width = shape.columns
    return withElements { x in
      var count = 0
      for row in 0..<columns.count where Self.argmax(x + row * width, count: width) == columns[row] { count += 1 }
      return count
    }
  }

  private static func argmax(_ x: UnsafePointer<S>, count: Int) -> Int {
    if count == 0 { return 0 }
    var best = 0
    var largest = x[0]
    for index in 1..<count where x[index] > largest {
      best = index
      largest = x[index]
    }
    return best
  }
}
