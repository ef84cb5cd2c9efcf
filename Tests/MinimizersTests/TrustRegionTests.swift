@testable import GlissadeOptimizers
import GlissadeTesting
import Testing

@Suite struct TrustRegionTests {
  private func model(_ matrix: Tensor<Double>, _ gradient: Tensor<Double>, _ step: Tensor<Double>) -> Double {
    gradient.dot(step) + step.dot(matrix.applied(to: step)) / 2
  }

  /// On indefinite models of all sizes: the step lies within the region, its decrease is as stated, and random points of the
  /// region are hardly ever lower; the three ways come in the order of their promises.
  @Test(arguments: 1...9, [0.01, 0.5, 3, 100])
  func stepsAreGood(_ size: Int, _ radius: Double) {
    let (matrix, gradient) = makeSystem(size, seed: UInt64(size))
    let product = { (vector: Tensor<Double>) in matrix.applied(to: vector) }
    let exact = MoreSorensen.step(gradient, radius: radius, hessian: matrix)
    let lanczos = TruncatedLanczos.step(gradient, radius: radius, product)
    let steihaug = Steihaug.step(gradient, radius: radius, product)
    // Cauchy's point: the best along −g within the region.
    let curvature = gradient.dot(product(gradient))
    let norm = gradient.euclideanNorm
    let longest = radius / norm
    let length = curvature > 0 ? min(longest, norm * norm / curvature) : longest
    let cauchy = -model(matrix, gradient, gradient.scaled(by: -length))
    for step in [exact, lanczos, steihaug] {
      #expect(step.vector.euclideanNorm <= radius * 1.1001)
      #expect(
        abs(step.predictedDecrease + model(matrix, gradient, step.vector)) <= 1e-10 * (1 + step.predictedDecrease))
      #expect(step.predictedDecrease >= 0.9 * cauchy)
    }
    var best = 0.0
    for seed in 0..<200 {
      let direction = Tensor<Double>.normal([size], seed: UInt64(seed))
      let point = direction.scaled(by: radius / direction.euclideanNorm)
      best = max(best, -model(matrix, gradient, point))
    }
    #expect(exact.predictedDecrease >= 0.9 * best)
  }

  /// The hard case: no slope along the direction of negative curvature. The boundary has to be reached through it.
  @Test func hardCase() {
    let matrix = Tensor<Double>([3, 3], [-2, 0, 0, 0, 1, 0, 0, 0, 4])
    let gradient = Tensor<Double>([3], [0, 1, 1])
    let step = MoreSorensen.step(gradient, radius: 2, hessian: matrix)
    // (H + 2 I) p = −g gives p = (τ, −1/3, −1/6) with ‖p‖ = 2.
    let tau = (4 - 1.0 / 9 - 1.0 / 36).squareRoot()
    let lowest = model(matrix, gradient, Tensor([3], [tau, -1.0 / 3, -1.0 / 6]))
    #expect(step.reachesBoundary && step.predictedDecrease >= -0.9 * lowest)
    #expect(abs(step.vector[0]) > 1.5)
  }

  /// At a saddle point's neighbour the method leaves through the direction of negative curvature.
  @Test(arguments: TrustRegionNewton.Subproblem.allCases)
  func leavesSaddles(_ subproblem: TrustRegionNewton.Subproblem) {
    let found = TrustRegionNewton(subproblem).minimize(
      Saddle().evaluator(in: Double.self), from: Saddle().vector([1e-4, 1]), until: Stopping(gradient: 1e-8))
    #expect(found.succeeded && Saddle().distance(from: found.point) < 1e-6)
  }
}

/// x⁴/4 − x²/2 + y²/2, with a saddle at 0 between two minima.
private struct Saddle: TestFunction {
  let name = "saddle"
  let start = [0.0, 1.0]
  let minima = [[1.0, 0], [-1.0, 0]]
  let minimum = -0.25

  func callAsFunction<S: Scalar>(_ x: [S]) -> S {
    let (square, across) = (x[0] * x[0], x[1] * x[1])
    let well = square * square / 4 - square / 2
    return well + across / 2
  }
}
