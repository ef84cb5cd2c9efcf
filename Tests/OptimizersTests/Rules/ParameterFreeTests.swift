import GlissadeOptimizers
import Testing

/// What no golden case has, against plain arithmetic.
@Suite struct ParameterFreeTests {
  /// Gradients with a common direction, so that the estimates grow.
  private let gradients: [[Double]] = (1...8).map { step in
    makeNumbers(5, deviation: 0.3, index: step).enumerated().map { $1 + [1, -2, 0.5, 1, -1][$0] }
  }
  private let start: [Double] = makeNumbers(5)

  private func expect(_ rule: some Optimizer, isAt expected: [Double]) {
    var trajectory = Trajectory(rule, from: makeVector(start))
    trajectory.run(gradients.map { makeVector($0) })
    let difference = firstDifference(trajectory.parameters.values.elements, expected, rtol: 1e-12, atol: 1e-13)
    #expect(difference == nil)
  }

  @Test func prodigyWithItsSafeguardAndBeta3() {
    let rule = Prodigy(
      learningRate: 0.7, beta1: 0.8, beta2: 0.96, beta3: 0.9, epsilon: 1e-6, initialDistance: 0.01, growth: 1.5,
      weightDecay: 0.1, safeguardsWarmup: true)
    var (w, m, v, s) = (start, zeros, zeros, zeros)
    var (d, r, b1, b2) = (0.01, 0.0, 1.0, 1.0)
    for g in gradients {
      b1 *= 0.8
      b2 *= 0.96
      let rate = d * 0.7 * (1 - b2).squareRoot() / (1 - b1)
      r = 0.9 * r + d / 0.01 * rate * (0..<5).reduce(0) { $0 + g[$1] * (start[$1] - w[$1]) }
      for i in 0..<5 {
        m[i] = 0.8 * m[i] + 0.2 * d * g[i]
        v[i] = 0.96 * v[i] + 0.04 * d * d * g[i] * g[i]
        s[i] = 0.9 * s[i] + d / 0.01 * d * g[i]
      }
      d = max(d, 1.5 * r / s.reduce(0) { $0 + $1.magnitude })
      for i in 0..<5 { w[i] -= rate * (m[i] / (v[i].squareRoot() + d * 1e-6) + 0.1 * w[i]) }
    }
    #expect(d > 0.011)
    expect(rule, isAt: w)
  }

  @Test(arguments: DoG.Start.allCases)
  func distanceOverGradients(_ kind: DoG.Start) {
    var (w, r, sum) = (start, 0.0, 0.0)
    if kind == .heuristic { r = 0.2 * (1 + norm(start)) }
    if kind == .distance { r = 0.2 }
    for (index, gradient) in gradients.enumerated() {
      let g = zip(gradient, w).map { $0 + 0.1 * $1 }
      r = max(r, norm(zip(w, start).map { $0 - $1 }))
      sum += norm(g) * norm(g)
      let rate = kind == .learningRate && index == 0 ? 0.2 : r / (sum + 1e-8).squareRoot()
      for i in 0..<5 { w[i] -= 0.5 * rate * g[i] }
    }
    expect(DoG(learningRate: 0.5, start: kind, startValue: 0.2, weightDecay: 0.1), isAt: w)
  }

  @Test func weightedGradientsFromEpsilon() {
    var (w, r, sum) = (start, 0.03, 0.0)
    for g in gradients {
      let distance = norm(zip(w, start).map { $0 - $1 })
      r = max(r, distance * distance)
      sum += r * norm(g) * norm(g)
      for i in 0..<5 { w[i] -= r / (sum.squareRoot() + 0.03) * g[i] }
    }
    expect(DoWG(epsilon: 0.03), isAt: w)
  }

  private var zeros: [Double] { [0, 0, 0, 0, 0] }
  private func norm(_ x: [Double]) -> Double { x.reduce(0) { $0 + $1 * $1 }.squareRoot() }

  /// From a rate that is far too small each grows within a few hundred steps, on a quadratic, and then holds.
  @Test(arguments: [
    NamedOptimizer("Prodigy", Prodigy()), NamedOptimizer("D-Adaptation", DAdaptAdamW()),
    NamedOptimizer("DoG", DoG()), NamedOptimizer("DoWG", DoWG()),
    NamedOptimizer("mechanized SGD", SGD(learningRate: 1).mechanized()),
  ])
  func aRateIsFound(_ item: NamedOptimizer) { findRate(item.optimizer) }

  private func findRate(_ rule: some Optimizer) {
    let scales = [1, 0.5, 2, 0.25, 1]
    var trajectory = Trajectory(rule, from: makeVector([3.0, -2, 1, 4, -1]))
    trajectory.run(steps: 2_000) { x in makeVector(zip(x.values.elements, scales).map { $0 * $1 }) }
    #expect(trajectory.parameters.norm < 0.05)
  }
}
