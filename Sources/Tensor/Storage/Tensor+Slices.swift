extension Tensor {
  /// The part of the tensor with the given indices along an axis. Along the first, nothing is copied.
  public func slice(_ range: Range<Int>, axis: Int) -> Tensor {
    let axis = shape.resolve(axis)
    require(
      range.lowerBound >= 0 && range.upperBound <= shape[axis], "indices \(range) lie outside axis \(axis) of \(shape)")
    var part = shape
    part[axis] = range.count
    let runs = AxisRuns(shape, axis)
    if runs.outer == 1 && !isRegion {
      return Tensor(shape: part, storage: storage, offset: offset + range.lowerBound * runs.inner)
    }
    let result = Tensor(uninitialized: part, pool: pool)
    withElements { x in
      result.withSharedMutableElements { y in
        for outer in 0..<runs.outer {
          y.advanced(by: outer * range.count * runs.inner).update(
            from: x + (outer * shape[axis] + range.lowerBound) * runs.inner, count: range.count * runs.inner)
        }
      }
    }
    return result
  }

  /// Adds a tensor to the part with the given indices along an axis; or overwrites the whole by it and zeros elsewhere.
  mutating func add(_ part: Tensor, at start: Int, axis: Int, accumulating: Bool) {
    let runs = AxisRuns(shape, axis)
    let (size, width) = (shape[axis] * runs.inner, part.shape[axis] * runs.inner)
    let (before, after) = (start * runs.inner, start * runs.inner + width)
    withMutableElements { y in
      part.withElements { x in
        for outer in 0..<runs.outer {
          let (x, y) = (x + outer * width, y + outer * size)
          if accumulating {
            S.combine(1, x, 1, into: y + before, count: width)
          } else {
            y.update(repeating: 0, count: before)
            (y + before).update(from: x, count: width)
            (y + after).update(repeating: 0, count: size - after)
          }
        }
      }
    }
  }

  /// Tensors one after the other along an axis; their other sizes are the same.
  public static func concatenate(_ parts: [Tensor], axis: Int) -> Tensor {
    guard let first = parts.first else { fatalError("nothing was concatenated") }
    let axis = first.shape.resolve(axis)
    var whole = first.shape
    whole[axis] = parts.reduce(0) { $0 + $1.shape[axis] }
    for part in parts {
      var expected = whole
      if part.shape.rank == whole.rank { expected[axis] = part.shape[axis] }
      require(
        part.shape == expected, "shapes \(first.shape) and \(part.shape) cannot be concatenated along axis \(axis)")
    }
    let result = Tensor(uninitialized: whole, pool: first.pool)
    let runs = AxisRuns(whole, axis)
    result.withSharedMutableElements { y in
      var start = 0
      for part in parts {
        let width = part.shape[axis]
        part.withElements { x in
          for outer in 0..<runs.outer {
            y.advanced(by: (outer * whole[axis] + start) * runs.inner).update(
              from: x + outer * width * runs.inner, count: width * runs.inner)
          }
        }
        start += width
      }
    }
    return result
  }
}

/// How the elements along an axis lie in memory: `outer` times as many runs of `inner` elements as the axis has indices.
struct AxisRuns {
  let outer: Int
  let inner: Int

  init(_ shape: Shape, _ axis: Int) {
    let axis = shape.resolve(axis)
    var (outer, inner) = (1, 1)
    for index in 0..<shape.rank where index != axis {
      if index < axis { outer *= shape[index] } else { inner *= shape[index] }
    }
    self.outer = outer
    self.inner = inner
  }
}
