/// A symmetric positive semidefinite matrix by its eigenvalues and eigenvectors, Σ λᵢ vᵢ vᵢᵀ.
public struct Spectrum: Sendable {
  /// λᵢ, in any order.
  public let eigenvalues: [Double]
  /// vᵢ, of length 1 and orthogonal to one another, as the rows of a matrix.
  public let eigenvectors: Tensor<Double>

  /// A spectrum; traps where there are not as many eigenvectors as eigenvalues, or an eigenvalue is negative or NaN.
  public init(eigenvalues: [Double], eigenvectors: Tensor<Double>) {
    let count = eigenvalues.count
    require(
      eigenvectors.shape == [count, count], "\(count) eigenvalues with eigenvectors of shape \(eigenvectors.shape)")
    require(eigenvalues.allSatisfy { $0 >= 0 }, "the eigenvalues \(eigenvalues) are not all positive or zero")
    self.eigenvalues = eigenvalues
    self.eigenvectors = eigenvectors
  }

  /// The number of eigenvalues.
  public var count: Int { eigenvalues.count }

  /// The matrix, exactly symmetric: AᵀA, where row i of A is √λᵢ vᵢ.
  public var matrix: Tensor<Double> {
    let scaled = Tensor([count, 1], eigenvalues.map { $0.squareRoot() }) * eigenvectors
    return scaled.matrixProduct(scaled, transposed: true)
  }
}
