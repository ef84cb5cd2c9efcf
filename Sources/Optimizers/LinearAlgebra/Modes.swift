// A tensor seen along one of its axes, its "mode": what Kronecker-factored preconditioners are made of.
// Kolda and Bader 2009 (doi:10.1137/07070111X).

extension Tensor where S.Accumulator == S {
  /// The Gram matrix Xᵢ Xᵢᵀ of the unfolding along an axis: the products of slices of this tensor, summed over the other axes.
  func modeGram(_ axis: Int) -> Tensor {
    if axis == shape.rank - 1 {
      let matrix = reshaped(to: [shape.rows, shape.columns] as Shape)
      return matrix.matrixProduct(matrix, transposed: true)
    }
    let matrix = unfolded(axis)
    return matrix.matrixProduct(matrix, otherTransposed: true)
  }

  /// The product of a matrix with this tensor along an axis: the result's slice j is Σᵢ mⱼᵢ times slice i, or with
  /// `transposed` Σᵢ mᵢⱼ times slice i.
  func modeProduct(_ matrix: Tensor, _ axis: Int, transposed: Bool = false) -> Tensor {
    if axis == shape.rank - 1 {
      let rows = reshaped(to: [shape.rows, shape.columns] as Shape)
      return rows.matrixProduct(matrix, otherTransposed: !transposed).reshaped(to: shape)
    }
    return refolded(matrix.matrixProduct(unfolded(axis), transposed: transposed), axis)
  }

  /// The unfolding along an axis: a matrix with a row for each slice.
  func unfolded(_ axis: Int) -> Tensor {
    let front = axis == 0 ? self : transposed([axis] + (0..<shape.rank).filter { $0 != axis })
    return front.reshaped(to: [shape[axis], -1])
  }

  /// The tensor of this one's shape whose unfolding along an axis is a matrix.
  func refolded(_ matrix: Tensor, _ axis: Int) -> Tensor {
    let front = [axis] + (0..<shape.rank).filter { $0 != axis }
    let folded = matrix.reshaped(to: Shape(front.map { shape[$0] }))
    if axis == 0 { return folded }
    return folded.transposed((0..<shape.rank).map { $0 == axis ? 0 : ($0 < axis ? $0 + 1 : $0) })
  }

  /// The slices along an axis in another order.
  func selecting(_ order: [Int], _ axis: Int) -> Tensor {
    let elements = elements
    let inner = (axis + 1..<max(shape.rank, axis + 1)).reduce(1) { $0 * shape[$1] }
    let outer = (0..<axis).reduce(1) { $0 * shape[$1] }
    var result: [S] = []
    result.reserveCapacity(elements.count)
    for start in 0..<outer {
      for index in order {
        let first = (start * shape[axis] + index) * inner
        result += elements[first..<first + inner]
      }
    }
    return Tensor(shape, result)
  }
}
