import GlissadeOptimizers
import GlissadeTesting
import Testing

@Suite struct LeastSquaresTests {
  private let times = (0..<20).map { Double($0) / 5 }

  /// Data without noise are fitted to rounding, from far away, and in units that differ by many orders.
  @Test(arguments: [[1, -0.2, 0], [10, -3, -5], [0.1, 0.3, 1]], [1, 1e6])
  func recoversTheParameters(_ start: [Double], _ unit: Double) {
    let truth = [2 * unit, -0.7, 0.5 * unit]
    let exact = ExponentialFit(times: times, observations: Array(repeating: 0, count: times.count))
    let evaluator = ResidualFunctionEvaluator<ExponentialFit, Double>(
      ExponentialFit(times: times, observations: exact.residuals(truth)))
    let point = ParameterVector<Double>(
      Tensor([3], [start[0] * unit, start[1], start[2] * unit]), layout: .vector(startingAt: start))
    let found = LevenbergMarquardt().minimize(evaluator, from: point, until: Stopping(gradient: 1e-9 * unit))
    #expect(found.succeeded, "\(found.reason)")
    for (x, y) in zip(found.point.values.elements, truth) { #expect(abs(x - y) <= 1e-6 * abs(y)) }
    #expect(found.counts.values < 60)
  }

  /// Two parameters that do the same leave JᵀJ singular: there is no Gauss–Newton step, but a damped one.
  @Test func singularProblems() {
    let evaluator = Twins()
    let start = ParameterVector<Double>(Tensor([2], [3, -1]), layout: .vector(startingAt: [3, -1]))
    #expect(LevenbergMarquardt.gaussNewtonStep(of: evaluator, at: start) == nil)
    let found = LevenbergMarquardt().minimize(evaluator, from: start, until: Stopping(gradient: 1e-8))
    #expect(found.succeeded)
    let point = found.point.values.elements
    #expect(abs(point[0] + point[1] - 5) < 1e-6)
    // What cannot be seen in the residuals is left as it was.
    #expect(abs(point[0] - point[1] - 4) < 1e-6)
  }
}

/// x + y − 5, twice.
private struct Twins: ResidualEvaluator {
  func residuals(at parameters: ParameterVector<Double>) -> Tensor<Double> {
    let x = parameters.values.elements
    return Tensor([2], [x[0] + x[1] - 5, x[0] + x[1] - 5])
  }

  func jacobian(at parameters: ParameterVector<Double>) -> Tensor<Double> { Tensor([2, 2], repeating: 1) }
}
