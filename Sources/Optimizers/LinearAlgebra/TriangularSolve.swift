/// R⁻ᵀ X for an upper triangular R without zeros on its diagonal: forward substitution, row by row.
func solveTransposed<S: Scalar>(_ triangular: Tensor<S>, _ right: Tensor<S>) -> Tensor<S> where S.Accumulator == S {
  let (size, columns) = (right.shape[0], right.shape[1])
  require(
    triangular.shape == [size, size], "a triangle of shape \(triangular.shape) cannot be solved for \(right.shape)")
  return Tensor([size, columns], substitute(triangular.elements, right.elements, size, columns))
}

@_specialize(where S == Float)
@_specialize(where S == Double)
private func substitute<S: Scalar>(_ triangle: [S], _ right: [S], _ size: Int, _ columns: Int) -> [S] {
  var solution = right
  for row in 0..<size {
    for known in 0..<row {
      let factor = triangle[known * size + row]
      if factor == 0 { continue }
      for column in 0..<columns {
        solution[row * columns + column] -= factor * solution[known * columns + column]
      }
    }
    let pivot = triangle[row * size + row]
    for column in 0..<columns { solution[row * columns + column] /= pivot }
  }
  return solution
}
