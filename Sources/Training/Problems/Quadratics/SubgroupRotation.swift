/// A rotation of the given number of dimensions, uniform over all of them, as NumPy's generator draws it.
///
/// The subgroup algorithm: a turn of the plane, then for each further dimension the reflection that takes the first axis
/// to a random direction, applied to the rotation so far in the other dimensions. In D dimensions the D − 2 reflections and
/// the change of all D signs at the end leave the determinant at 1 (Diaconis and Shahshahani 1987,
/// doi:10.1017/S0269964800000255). The draws are those of DeepOBS's `random_rotation`.
func subgroupRotation(dimensions: Int, from random: inout NumPyRandomState) -> Tensor<Double> {
  require(dimensions >= 2, "a rotation has at least two dimensions, not \(dimensions)")
  let halfTurns = 2 * random.uniform()
  let (cosine, sine) = (cosineOfHalfTurns(halfTurns), cosineOfHalfTurns(halfTurns - 0.5))
  var rotation = [[cosine, sine], [-sine, cosine]]
  for previous in 2..<dimensions {
    var mirror = normalized((0...previous).map { _ in -random.normal() })
    mirror[0] += 1
    mirror = normalized(mirror)
    rotation = [[1] + [Double](repeating: 0, count: previous)] + rotation.map { [0] + $0 }
    reflect(&rotation, along: mirror)
  }
  return Tensor([dimensions, dimensions], rotation.flatMap { row in row.map { -$0 } })
}

/// M ← (I − 2 x xᵀ) M, with |x| = 1
private func reflect(_ matrix: inout [[Double]], along x: [Double]) {
  var overlap = [Double](repeating: 0, count: x.count)
  for (row, weight) in zip(matrix, x) {
    for column in row.indices { overlap[column] += weight * row[column] }
  }
  for row in matrix.indices {
    let weight = 2 * x[row]
    for column in overlap.indices { matrix[row][column] -= weight * overlap[column] }
  }
}

private func normalized(_ x: [Double]) -> [Double] {
  let norm = x.reduce(0) { $0 + $1 * $1 }.squareRoot()
  return x.map { $0 / norm }
}
