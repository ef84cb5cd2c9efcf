extension Tensor where S.Accumulator == S {
  /// A^(−1/p) of a symmetric positive semidefinite matrix, by its eigenvectors.
  ///
  /// Eigenvalues below the largest times n ulps, which rounding leaves behind instead of 0, and negative ones count as that
  /// bound. Of the zero matrix, where there is no such bound, the root is 0, as the pseudo-inverse is.
  public func inverseRoot(_ order: Int) -> Tensor {
    require(order > 0, "the order of a root is 1 or more, not \(order)")
    let eigen = SymmetricEigen(of: self)
    let values = eigen.values.elements
    let largest = abs(eigen.values).reduced(.maximum)
    guard largest != 0 else { return .zeros(shape) }
    let floor = largest * S.ulpOfOne * S(values.count)
    let roots = values.map { value in (value < floor ? floor : value).inverseRoot(order) }
    // The columns times λ^(−1/p), then the product with the transpose.
    return (eigen.vectors * Tensor([1, values.count] as Shape, roots)).matrixProduct(
      eigen.vectors, otherTransposed: true)
  }
}

extension Scalar {
  /// x^(−1/p) of a positive number, to an ulp or two.
  func inverseRoot(_ order: Int) -> Self {
    var value = self
    var order = order
    // Square roots are correctly rounded, so they do what they can.
    while order.isMultiple(of: 2) {
      value = value.squareRoot()
      order /= 2
    }
    if order == 1 { return 1 / value }
    let p = Self(order)
    let guess = Self.exp(-Self.log(value) / p)
    // A step of Newton's method takes the functions' rounding away: y ← y (1 + (1 − x yᵖ)/p).
    var product = value
    for _ in 0..<order { product *= guess }
    return product.isFinite ? guess + guess * ((1 - product) / p) : guess
  }
}
