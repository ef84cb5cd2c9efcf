/// Conjugate gradients on the model, ended at the boundary of the region or at a direction of negative curvature.
///
/// Steihaug 1983 (doi:10.1137/0720042); Toint 1981.
enum Steihaug {
  static func step<Wide>(
    _ gradient: Tensor<Wide>, radius: Double, _ product: (Tensor<Wide>) -> Tensor<Wide>
  ) -> TrustRegionStep<Wide> where Wide.Accumulator == Wide {
    let tolerance = NewtonCG.forcingTolerance(gradient)
    var vector = Tensor<Wide>.zeros([gradient.count])
    var image = vector
    var residual = gradient
    var direction = -gradient
    while true {
      let curvatureImage = product(direction)
      let curvature = direction.dot(curvatureImage)
      let square = residual.dot(residual)
      let step = square / curvature
      let next = vector.adding(step, direction)
      if !(curvature > 0) || next.norm >= radius {
        let distance = TrustRegionStep.distanceToBoundary(from: vector, along: direction, radius: radius)
        return TrustRegionStep(
          vector.adding(distance, direction), image: image.adding(distance, curvatureImage), gradient: gradient,
          reachesBoundary: true)
      }
      vector = next
      image.combine(step, curvatureImage)
      residual.combine(step, curvatureImage)
      let nextSquare = residual.dot(residual)
      // The residual stops falling where rounding has the upper hand.
      if nextSquare.squareRoot().double < tolerance || nextSquare == 0 || !(nextSquare < square * 1e6) {
        return TrustRegionStep(vector, image: image, gradient: gradient, reachesBoundary: false)
      }
      direction.combine(-1, residual, nextSquare / square)
    }
  }
}
