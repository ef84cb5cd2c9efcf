/// The iteration X ← a X + (b A + c A²) X with A = X Xᵀ, which takes singular values towards 1: an approximation of U Vᵀ.
///
/// With Jordan's coefficients singular values end between about 0.7 and 1.2, but soon, also small ones. They must not be
/// above 1 at first. The iteration is carried out in the type of the matrix, where PyTorch's is in bfloat16.
public struct NewtonSchulz: Hashable, Sendable {
  /// a, of X.
  public var a: Double
  /// b, of X Xᵀ X.
  public var b: Double
  /// c, of (X Xᵀ)² X.
  public var c: Double
  /// The number of iterations.
  public var steps: Int

  /// Five iterations with the coefficients of Jordan et al. 2024 (kellerjordan.github.io/posts/muon).
  public init(a: Double = 3.4445, b: Double = -4.775, c: Double = 2.0315, steps: Int = 5) {
    self.a = a
    self.b = b
    self.c = c
    self.steps = steps
  }

  /// The matrix with singular values near 1 in the place of its own.
  public func callAsFunction<A: Scalar>(_ matrix: Tensor<A>) -> Tensor<A> where A.Accumulator == A {
    // The smaller of X Xᵀ and Xᵀ X serves both.
    if matrix.shape[0] > matrix.shape[1] { return self(matrix.transposed([1, 0])).transposed([1, 0]) }
    var x = matrix
    for _ in 0..<steps {
      let gram = x.matrixProduct(x, otherTransposed: true)
      var factor = gram.matrixProduct(gram)
      factor.combine(A(b), gram, A(c))
      var next = x.scaled(by: A(a))
      next.addMatrixProduct(factor, x)
      x = next
    }
    return x
  }
}
