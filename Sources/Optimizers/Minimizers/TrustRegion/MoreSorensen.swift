/// The minimum of the model within the region, to 10 % of the radius on the boundary: (H + λI) p = −g with λ ≥ 0.
///
/// λ is found by Newton's method on 1/‖p(λ)‖ = 1/Δ with bounds, each trial by a Cholesky factor; the hard case, where −g has no
/// part along the lowest eigenvector, by adding some of it. Moré and Sorensen 1983 (doi:10.1137/0904038).
enum MoreSorensen {
  static func step<Wide>(
    _ gradient: Tensor<Wide>, radius: Double, hessian: Tensor<Wide>, tolerance: Double = 0.1
  ) -> TrustRegionStep<Wide> where Wide.Accumulator == Wide {
    let size = gradient.count
    var (lower, upper) = bounds(gradient, radius, hessian)
    var shift = lower > 0 ? between(lower, upper) : 0
    var best: Tensor<Wide>?
    for _ in 0..<100 {
      guard let factor = Cholesky(hessian + Tensor.identity(size, scale: Wide(shift))) else {
        lower = max(lower, shift)
        shift = between(lower, upper)
        continue
      }
      let vector = factor.solve(-gradient)
      let norm = vector.norm
      if shift == 0 && norm <= radius { return finish(vector, gradient, hessian, reachesBoundary: false) }
      if abs(norm - radius) <= tolerance * radius { return finish(vector, gradient, hessian, reachesBoundary: true) }
      if norm < radius {
        upper = min(upper, shift)
        let null = lowest(factor)
        let distance = TrustRegionStep.distanceToBoundary(from: vector, along: null, radius: radius)
        let candidate = vector.adding(distance, null)
        best = candidate
        // How much the model loses by the detour along the nearly singular direction.
        let (image, shifted) = (hessian.applied(to: null), Wide(shift))
        let loss = (distance * distance * (null.dot(image) + shifted)).double
        let gain = (shifted * Wide(radius) * Wide(radius) - vector.dot(gradient)).double
        if loss <= tolerance * gain { return finish(candidate, gradient, hessian, reachesBoundary: true) }
      } else {
        lower = max(lower, shift)
      }
      let scaled = factor.solveLower(vector)
      let newton = shift + (vector.dot(vector) / scaled.dot(scaled)).double * (norm - radius) / radius
      shift = newton > lower && newton < upper ? newton : between(lower, upper)
      if upper - lower <= 1e-15 * upper { break }
    }
    let steepest = gradient.scaled(by: Wide(-radius / gradient.norm))
    return finish(best ?? steepest, gradient, hessian, reachesBoundary: true)
  }

  private static func finish<Wide>(
    _ vector: Tensor<Wide>, _ gradient: Tensor<Wide>, _ hessian: Tensor<Wide>, reachesBoundary: Bool
  ) -> TrustRegionStep<Wide> {
    TrustRegionStep(
      vector, image: hessian.applied(to: vector), gradient: gradient, reachesBoundary: reachesBoundary)
  }

  /// Conn, Gould and Toint 2000, section 7.3.8: from the norm of H and its diagonal.
  private static func bounds<Wide>(
    _ gradient: Tensor<Wide>, _ radius: Double, _ hessian: Tensor<Wide>
  ) -> (lower: Double, upper: Double) where Wide.Accumulator == Wide {
    let rows = abs(hessian).reducedRows(.sum)
    let norm = min(hessian.norm, rows.largest)
    let slope = gradient.norm / radius
    let diagonal = (0..<gradient.count).map { hessian[$0, $0].double }
    return (max(0, -(diagonal.min() ?? 0), slope - norm), max(0, slope + norm))
  }

  private static func between(_ lower: Double, _ upper: Double) -> Double {
    max((lower * upper).squareRoot(), lower + 0.01 * (upper - lower))
  }

  /// Nearly the eigenvector of the lowest eigenvalue, by inverse iteration.
  private static func lowest<Wide>(_ factor: Cholesky<Wide>) -> Tensor<Wide> where Wide.Accumulator == Wide {
    var vector = Tensor<Wide>((0..<factor.size).map { Wide(1 + Double($0 % 3) / 8) })
    for _ in 0..<4 {
      vector = factor.solve(vector)
      vector.scale(by: 1 / vector.dot(vector).squareRoot())
    }
    return vector
  }
}

extension Tensor {
  /// A vector of the given elements.
  fileprivate init(_ elements: [S]) { self.init([elements.count], elements) }
}
