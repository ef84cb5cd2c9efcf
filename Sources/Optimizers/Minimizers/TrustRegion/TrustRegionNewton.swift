/// Newton's method in a trust region: the step minimizes the quadratic model m(p) = f + g·p + ½ p·H p within ‖p‖ ≤ Δ.
///
/// With r the ratio of actual to predicted decrease, Δ shrinks to a quarter where r < ¼ and doubles where r > ¾ and the step went
/// to the boundary; the step is taken where r > 0.15. Negative curvature is used, not avoided, so saddle points are left.
/// Nocedal and Wright 2006, algorithm 4.1; Conn, Gould and Toint 2000 (doi:10.1137/1.9780898719857).
public struct TrustRegionNewton: Minimizer {
  /// How the step is found.
  public var subproblem: Subproblem
  /// Δ at the beginning.
  public var initialRadius: Double
  /// The largest Δ.
  public var largestRadius: Double

  /// How the model is minimized within the region.
  public enum Subproblem: String, CaseIterable, Sendable {
    /// `Steihaug`: conjugate gradients, to the first boundary or direction of negative curvature.
    case steihaug
    /// `MoreSorensen`: nearly exactly, by Cholesky factors of the whole Hessian.
    case exact
    /// `TruncatedLanczos`: nearly exactly in a Krylov space, by Hessian-vector products alone.
    case krylov
  }

  /// The method with SciPy's radii: Δ from 1 to at most 1,000.
  public init(_ subproblem: Subproblem = .steihaug, initialRadius: Double = 1, largestRadius: Double = 1_000) {
    require(
      0 < initialRadius && initialRadius <= largestRadius,
      "a trust region begins with a radius above 0 and up to the largest, not \(initialRadius) of \(largestRadius)")
    self.subproblem = subproblem
    self.initialRadius = initialRadius
    self.largestRadius = largestRadius
  }

  public func minimize<Problem: Evaluator>(
    _ problem: Problem, from start: ParameterVector<Problem.S>, until stopping: Stopping
  ) -> Minimization<Problem.S> {
    var objective = CountedObjective<Problem.S>(problem, layout: start.layout)
    var radius = initialRadius
    let first = objective.iterate(at: start.values.widened())
    return descend(from: first, layout: start.layout, until: stopping, counting: { objective.counts }) { iterate in
      let step = step(at: iterate, radius: radius, &objective)
      guard step.predictedDecrease > 0 else { return .stuck }
      let point = iterate.point + step.vector
      let value = objective.value(at: point)
      let ratio = (iterate.value - value) / step.predictedDecrease
      // Not so where the value is infinite.
      if !(ratio >= 0.25) {
        radius *= 0.25
      } else if ratio > 0.75 && step.reachesBoundary {
        radius = min(2 * radius, largestRadius)
      }
      if ratio > 0.15 {
        return .moved(Iterate(point: point, value: value, gradient: objective.gradient(at: point)))
      }
      // Below the spacing of numbers at the point, no step can help any more.
      return radius > iterate.point.norm * 1e-17 ? .stayed : .stuck
    }
  }

  private func step<S: Scalar>(
    at iterate: Iterate<S.Accumulator>, radius: Double, _ objective: inout CountedObjective<S>
  ) -> TrustRegionStep<S.Accumulator> {
    let product = { objective.hessianVectorProduct(at: iterate.point, along: $0) }
    switch subproblem {
    case .steihaug: return Steihaug.step(iterate.gradient, radius: radius, product)
    case .exact:
      return MoreSorensen.step(iterate.gradient, radius: radius, hessian: .columns(iterate.gradient.count, product))
    case .krylov: return TruncatedLanczos.step(iterate.gradient, radius: radius, product)
    }
  }
}

/// A step within a trust region.
struct TrustRegionStep<Wide: Scalar> where Wide.Accumulator == Wide {
  let vector: Tensor<Wide>
  let reachesBoundary: Bool
  /// m(0) − m(p)
  let predictedDecrease: Double

  /// A step of which H p is known.
  init(_ vector: Tensor<Wide>, image: Tensor<Wide>, gradient: Tensor<Wide>, reachesBoundary: Bool) {
    self.vector = vector
    self.reachesBoundary = reachesBoundary
    predictedDecrease = -(gradient.dot(vector) + vector.dot(image) / 2).double
  }

  /// The larger τ with ‖p + τ d‖ = Δ.
  static func distanceToBoundary(from vector: Tensor<Wide>, along direction: Tensor<Wide>, radius: Double) -> Wide {
    let (a, b) = (direction.dot(direction), vector.dot(direction))
    let c = vector.dot(vector) - Wide(radius) * Wide(radius)
    let root = max(b * b - a * c, 0).squareRoot()
    // Two forms of the same root: each without cancellation.
    return b > 0 ? -c / (b + root) : (root - b) / a
  }
}

extension Tensor where S.Accumulator == S {
  /// The symmetric matrix of which products with vectors are known.
  fileprivate static func columns(_ size: Int, _ product: (Tensor) -> Tensor) -> Tensor {
    var elements: [S] = []
    for column in 0..<size {
      var unit = Tensor.zeros([size])
      unit[column] = 1
      elements += product(unit).elements
    }
    return Tensor([size, size], elements)
  }
}
