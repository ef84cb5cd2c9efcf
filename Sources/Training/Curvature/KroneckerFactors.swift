/// The factors by whose Kronecker product K-FAC approximates the Fisher matrix of a dense layer y = W x + b: A = mean of a aᵀ
/// with a = (x, 1), and G = mean of g gᵀ with g the gradient of an example's loss by y (Martens, Grosse 2015, arXiv:1503.05671).
///
/// With the labels of the data that is the empirical Fisher matrix; for the true one, g are gradients for labels that the model
/// draws, or all of them, each row times the root of its label's probability.
public struct KroneckerFactors<S: Scalar>: Sendable where S.Accumulator == S {
  /// A, [inputs + 1, inputs + 1].
  public let inputs: Tensor<S>
  /// G, [outputs, outputs].
  public let outputs: Tensor<S>

  /// The factors of inputs [examples, inputs] and gradients [rows, outputs], whose products are divided by the number of
  /// examples.
  public init(inputs x: Tensor<S>, gradients: Tensor<S>) {
    require(
      x.shape.rank == 2 && gradients.shape.rank == 2 && x.shape[0] > 0,
      "Kronecker factors of inputs \(x.shape) and gradients \(gradients.shape)")
    let (examples, width) = (x.shape[0], x.shape[1])
    let elements = x.elements
    var extended: [S] = []
    for row in 0..<examples { extended += elements[row * width..<(row + 1) * width] + [1] }
    let a = Tensor([examples, width + 1], extended)
    let scale = Tensor(1 / S(examples))
    inputs = a.matrixProduct(a, transposed: true) * scale
    outputs = gradients.matrixProduct(gradients, transposed: true) * scale
  }

  /// (G + √λ/π I)⁻¹ D (A + √λ π I)⁻¹ for a gradient D = [dW, db] of shape [outputs, inputs + 1]; nil where a damped factor is
  /// not positive definite.
  ///
  /// `balance` is π: 1, or the paper's, `traceBalance`.
  public func preconditioned(_ gradient: Tensor<S>, damping: Double, balance: Double = 1) -> Tensor<S>? {
    let root = damping.squareRoot()
    guard let left = Cholesky(damped(outputs, root / balance)), let right = Cholesky(damped(inputs, root * balance))
    else { return nil }
    // Each solves for the rows of the other's result: (A⁻¹ (G⁻¹ D)ᵀ)ᵀ, both factors being symmetric.
    return solvedRows(solvedRows(gradient.transposed([1, 0]), left).transposed([1, 0]), right)
  }

  /// √((tr A/dim A)/(tr G/dim G)): the π for which both factors are damped in proportion to their sizes.
  public var traceBalance: Double { (meanDiagonal(inputs) / meanDiagonal(outputs)).squareRoot() }

  private func meanDiagonal(_ matrix: Tensor<S>) -> Double {
    let size = matrix.shape[0]
    return (0..<size).reduce(0) { $0 + matrix[$1, $1].double } / Double(size)
  }

  private func damped(_ matrix: Tensor<S>, _ damping: Double) -> Tensor<S> {
    var result = matrix
    for index in 0..<matrix.shape[0] { result[index, index] += S(damping) }
    return result
  }

  /// The solution for each row.
  private func solvedRows(_ matrix: Tensor<S>, _ factor: Cholesky<S>) -> Tensor<S> {
    let (rows, columns) = (matrix.shape[0], matrix.shape[1])
    let elements = matrix.elements
    let solved = (0..<rows).flatMap { row in
      factor.solve(Tensor([columns], elements[row * columns..<(row + 1) * columns])).elements
    }
    return Tensor(matrix.shape, solved)
  }
}
