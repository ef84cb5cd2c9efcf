/// The factor L of a symmetric positive definite matrix A = L Lᵀ, lower triangular.
///
/// - Complexity: n³/6 multiplications to factor, n² to solve. Meant for the small systems of trust regions and least squares.
public struct Cholesky<S: Scalar>: Sendable {
  /// The number of rows.
  public let size: Int
  private let rows: [S]

  /// Factors a matrix of which the lower triangle is read; nil where it is not positive definite to rounding.
  public init?(_ matrix: Tensor<S>) {
    require(
      matrix.shape.rank == 2 && matrix.shape[0] == matrix.shape[1],
      "Cholesky's factor is that of a square matrix, not of shape \(matrix.shape)")
    let size = matrix.shape[0]
    var rows = matrix.elements
    // What is left of a pivot when everything cancels.
    let rounding = S(size) * S.ulpOfOne
    for row in 0..<size {
      for column in 0...row {
        let entry = rows[row * size + column]
        var sum = entry
        for k in 0..<column { sum -= rows[row * size + k] * rows[column * size + k] }
        if column < row {
          rows[row * size + column] = sum / rows[column * size + column]
        } else {
          guard sum > rounding * entry, sum.isFinite else { return nil }
          rows[row * size + row] = sum.squareRoot()
        }
      }
      for column in (row + 1)..<size { rows[row * size + column] = 0 }
    }
    self.size = size
    self.rows = rows
  }

  /// L
  public var factor: Tensor<S> { Tensor([size, size], rows) }

  /// L⁻¹ b
  public func solveLower(_ right: Tensor<S>) -> Tensor<S> {
    var x = elements(of: right)
    for row in 0..<size {
      for k in 0..<row { x[row] -= rows[row * size + k] * x[k] }
      x[row] /= rows[row * size + row]
    }
    return Tensor([size], x)
  }

  /// L⁻ᵀ b
  public func solveUpper(_ right: Tensor<S>) -> Tensor<S> {
    var x = elements(of: right)
    for row in (0..<size).reversed() {
      x[row] /= rows[row * size + row]
      for k in 0..<row { x[k] -= rows[row * size + k] * x[row] }
    }
    return Tensor([size], x)
  }

  /// A⁻¹ b
  public func solve(_ right: Tensor<S>) -> Tensor<S> { solveUpper(solveLower(right)) }

  private func elements(of right: Tensor<S>) -> [S] {
    require(right.count == size, "a right side of shape \(right.shape) does not fit a factor of \(size) rows")
    return right.elements
  }
}
