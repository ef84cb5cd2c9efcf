@testable import GlissadeOptimizers

/// A matrix of random numbers, the same at every call.
func makeMatrix<S: Scalar>(_ rows: Int, _ columns: Int, index: Int = 0, of type: S.Type = S.self) -> Tensor<S> {
  Tensor([rows, columns], makeNumbers(rows * columns, index: index))
}

/// A symmetric matrix of random numbers.
func makeSymmetric<S: Scalar>(_ size: Int, index: Int = 0, of type: S.Type = S.self) -> Tensor<S> {
  let matrix = makeMatrix(size, size, index: index, of: S.self)
  return matrix + matrix.transposed([1, 0])
}

/// The largest absolute difference of two tensors.
func largestDifference<S: Scalar>(_ left: Tensor<S>, _ right: Tensor<S>) -> Double {
  (left.shape == right.shape ? zip(left.doubles, right.doubles) : zip([0], [.infinity]))
    .reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
}

/// The largest absolute deviation of the columns from being orthonormal.
func deviationFromOrthonormal<S: Scalar>(_ matrix: Tensor<S>) -> Double where S.Accumulator == S {
  largestDifference(matrix.matrixProduct(matrix, transposed: true), .identity(matrix.shape[1]))
}
