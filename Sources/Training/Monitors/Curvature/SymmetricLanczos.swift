/// The largest eigenvalue of a symmetric operator that is known by its products with vectors.
///
/// Lanczos's method with all vectors orthogonalized again, against rounding: k products give the eigenvalues of a k × k
/// tridiagonal matrix, whose extreme ones converge first. Lanczos 1950 (doi:10.6028/jres.045.026).
struct SymmetricLanczos<S: Scalar> where S.Accumulator == S {
  /// The estimate of the largest eigenvalue.
  let largest: Double

  /// Runs from a vector until the largest estimate changes by less than a fraction, or so many products were taken.
  init(from start: Tensor<S>, maximumProducts: Int, tolerance: Double, _ product: (Tensor<S>) -> Tensor<S>) {
    var basis = [start.scaled(by: 1 / start.euclideanNorm)]
    var diagonal: [S] = []
    var beside: [S] = []
    var estimate: (smallest: Double, largest: Double) = (.nan, .nan)
    while true {
      var rest = product(basis[diagonal.count])
      diagonal.append(rest.dot(basis[diagonal.count]))
      for _ in 0..<2 { for vector in basis { rest.combine(-vector.dot(rest), vector) } }
      let previous = estimate.largest
      estimate = Self.extremes(diagonal, beside)
      let length = rest.euclideanNorm
      let isSettled = (estimate.largest - previous).magnitude <= tolerance * estimate.largest.magnitude
      // A remainder of nothing but rounding: the space holds all that the start has a part in.
      let isExhausted = !(length.double > 1e-6 * max(estimate.largest.magnitude, estimate.smallest.magnitude))
      if isSettled || isExhausted || diagonal.count >= min(maximumProducts, start.count) { break }
      beside.append(length)
      basis.append(rest.scaled(by: 1 / length))
    }
    largest = estimate.largest
  }

  private static func extremes(_ diagonal: [S], _ beside: [S]) -> (smallest: Double, largest: Double) {
    let size = diagonal.count
    var matrix = Tensor<S>.zeros([size, size])
    for index in 0..<size { matrix[index, index] = diagonal[index] }
    for index in 0..<beside.count {
      matrix[index, index + 1] = beside[index]
      matrix[index + 1, index] = beside[index]
    }
    let values = SymmetricEigen(of: matrix).values.doubles
    return (values[0], values[size - 1])
  }
}
