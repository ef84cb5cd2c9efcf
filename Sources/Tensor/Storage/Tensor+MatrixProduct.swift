extension Tensor {
  /// The matrix product op(self) op(other), where an operand that is `transposed` is used the other way round.
  ///
  /// Both operands have two axes.
  public func matrixProduct(_ other: Tensor, transposed: Bool = false, otherTransposed: Bool = false) -> Tensor {
    let product = Tensor.product(self, transposed, other, otherTransposed)
    var result = Tensor(uninitialized: [product.rows, product.columns], pool: pool ?? other.pool)
    result.addMatrixProduct(self, other, product, scale: 0)
    return result
  }

  /// self ← op(a) op(b) + scale · self, in place.
  public mutating func addMatrixProduct(
    _ a: Tensor, transposed: Bool = false, _ b: Tensor, otherTransposed: Bool = false, scale: S.Accumulator = 1
  ) {
    let product = Tensor.product(a, transposed, b, otherTransposed)
    precondition(
      shape.count == product.rows * product.columns,
      "a product of shapes \(a.shape) and \(b.shape) cannot be added to shape \(shape)")
    addMatrixProduct(a, b, product, scale: scale)
  }

  private mutating func addMatrixProduct(
    _ a: Tensor, _ b: Tensor, _ product: MatrixProduct, scale: S.Accumulator
  ) {
    withMutableElements { c in
      a.withElements { a in
        b.withElements { b in S.multiply(product, 1, a, b, scale, into: c) }
      }
    }
  }

  private static func product(_ a: Tensor, _ transposesA: Bool, _ b: Tensor, _ transposesB: Bool) -> MatrixProduct {
    precondition(
      a.shape.rank == 2 && b.shape.rank == 2, "a matrix product needs matrices, not shapes \(a.shape) and \(b.shape)")
    let (rows, depthA) = transposesA ? (a.shape[1], a.shape[0]) : (a.shape[0], a.shape[1])
    let (depthB, columns) = transposesB ? (b.shape[1], b.shape[0]) : (b.shape[0], b.shape[1])
    precondition(
      depthA == depthB,
      "inner sizes differ in the product of \(a.shape)\(transposesA ? "ᵀ" : "") and \(b.shape)\(transposesB ? "ᵀ" : "")")
    return MatrixProduct(
      rows: rows, columns: columns, depth: depthA, transposesA: transposesA, transposesB: transposesB)
  }
}
