extension Tensor {
  /// The matrix product op(self) op(other), where an operand that is `transposed` is used the other way round.
  ///
  /// The last two axes are the matrices; axes before them, the same in both, count batches of products.
  public func matrixProduct(_ other: Tensor, transposed: Bool = false, otherTransposed: Bool = false) -> Tensor {
    let product = Tensor.product(self, transposed, other, otherTransposed)
    var result = self.shape
    result[-2] = product.rows
    result[-1] = product.columns
    var output = Tensor(uninitialized: result, pool: pool ?? other.pool)
    output.add(product, self, other, scale: 0)
    return output
  }

  /// self ← op(a) op(b) + scale · self, in place.
  public mutating func addMatrixProduct(
    _ a: Tensor, transposed: Bool = false, _ b: Tensor, otherTransposed: Bool = false, scale: S.Accumulator = 1
  ) {
    add(Tensor.product(a, transposed, b, otherTransposed), a, b, scale: scale)
  }

  /// self ← op(a) op(b) + scale · self, with an epilogue: operands and result hold the matrices of the product, without
  /// gaps, whatever their shapes.
  mutating func add(
    _ product: MatrixProduct, _ a: Tensor, _ b: Tensor, scale: S.Accumulator,
    _ epilogue: ProductEpilogue<S> = ProductEpilogue()
  ) {
    add(product, a.lent, b.lent, scale: scale, epilogue)
    withExtendedLifetime((a, b)) {}
  }

  /// The same of elements that are kept for as long.
  @inline(__always)
  mutating func add(
    _ product: MatrixProduct, _ a: LentElements<S>, _ b: LentElements<S>, scale: S.Accumulator,
    _ epilogue: ProductEpilogue<S> = ProductEpilogue()
  ) {
    require(
      a.shape.count == product.batches * product.rows * product.depth
        && b.shape.count == product.batches * product.depth * product.columns
        && count == product.batches * product.rows * product.columns,
      "a product of shapes \(a.shape) and \(b.shape) cannot be added to shape \(shape)")
    withMutableElements { S.multiply(product, 1, a.start, b.start, scale, into: $0, epilogue) }
  }

  private static func product(_ a: Tensor, _ transposesA: Bool, _ b: Tensor, _ transposesB: Bool) -> MatrixProduct {
    let rank = a.shape.rank
    require(
      rank >= 2 && rank == b.shape.rank && (0..<rank - 2).allSatisfy { a.shape[$0] == b.shape[$0] },
      "a matrix product needs matrices, or as many of them on both sides, not shapes \(a.shape) and \(b.shape)")
    let (rows, depthA) = transposesA ? (a.shape[-1], a.shape[-2]) : (a.shape[-2], a.shape[-1])
    let (depthB, columns) = transposesB ? (b.shape[-1], b.shape[-2]) : (b.shape[-2], b.shape[-1])
    func mark(_ isTransposed: Bool) -> String { isTransposed ? "ᵀ" : "" }
    require(
      depthA == depthB,
      "inner sizes differ in the product of \(a.shape)\(mark(transposesA)) and \(b.shape)\(mark(transposesB))")
    var batches = 1
    for axis in 0..<rank - 2 { batches *= a.shape[axis] }
    return MatrixProduct(
      rows: rows, columns: columns, depth: depthA, transposesA: transposesA, transposesB: transposesB,
      batches: batches)
  }
}
