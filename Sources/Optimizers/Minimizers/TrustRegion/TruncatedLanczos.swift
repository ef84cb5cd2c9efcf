/// The minimum of the model within the region, over a Krylov space that grows until the residual is small.
///
/// Lanczos vectors q₁ = g/‖g‖, q₂, … turn H into a tridiagonal T; with h the minimum of ‖g‖ e₁·h + ½ h·T h within ‖h‖ ≤ Δ the step is
/// Q h, and its residual γ |hₖ|. The vectors are orthogonalized again, against rounding. Gould, Lucidi, Roma and Toint 1999
/// (doi:10.1137/S1052623497322735).
enum TruncatedLanczos {
  static func step<Wide>(
    _ gradient: Tensor<Wide>, radius: Double, _ product: (Tensor<Wide>) -> Tensor<Wide>
  ) -> TrustRegionStep<Wide> where Wide.Accumulator == Wide {
    let tolerance = NewtonCG.forcingTolerance(gradient)
    let norm = gradient.dot(gradient).squareRoot()
    var basis = [gradient.scaled(by: 1 / norm)]
    var images: [Tensor<Wide>] = []
    while true {
      let last = basis[images.count]
      images.append(product(last))
      let inner = minimum(basis, images, norm, radius)
      var rest = images[images.count - 1]
      for _ in 0..<2 { for vector in basis { rest.combine(-vector.dot(rest), vector) } }
      let length = rest.dot(rest).squareRoot()
      let residual = (length * inner.vector[images.count - 1]).double.magnitude
      let isComplete = images.count == gradient.count || !(length > norm * Wide.ulpOfOne)
      if residual <= tolerance || isComplete {
        let (vector, image) = (combination(basis, inner.vector), combination(images, inner.vector))
        return TrustRegionStep(vector, image: image, gradient: gradient, reachesBoundary: inner.reachesBoundary)
      }
      basis.append(rest.scaled(by: 1 / length))
    }
  }

  private static func minimum<Wide>(
    _ basis: [Tensor<Wide>], _ images: [Tensor<Wide>], _ norm: Wide, _ radius: Double
  ) -> TrustRegionStep<Wide> {
    let size = images.count
    var matrix = Tensor<Wide>.zeros([size, size])
    for row in 0..<size {
      for column in max(0, row - 1)...min(row + 1, size - 1) {
        matrix[row, column] = basis[min(row, column)].dot(images[max(row, column)])
      }
    }
    var gradient = Tensor<Wide>.zeros([size])
    gradient[0] = norm
    return MoreSorensen.step(gradient, radius: radius, hessian: matrix, tolerance: 1e-3)
  }

  private static func combination<Wide>(_ vectors: [Tensor<Wide>], _ weights: Tensor<Wide>) -> Tensor<Wide>
  where Wide.Accumulator == Wide {
    var sum = Tensor<Wide>.zeros([vectors[0].count])
    for (index, vector) in vectors.enumerated() where index < weights.count { sum.combine(weights[index], vector) }
    return sum
  }
}
