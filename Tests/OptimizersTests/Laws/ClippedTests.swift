import GlissadeOptimizers
import Testing

@Suite struct ClippedTests {
  /// What gradient descent with rate 1 subtracts is the gradient that it was handed.
  private func clipped<S: Scalar>(_ gradient: [S], to bound: Double) -> [Double] {
    var trajectory = Trajectory(
      GradientDescent(learningRate: 1).clipped(toGlobalNorm: bound), from: makeVector(gradient.map { _ in S(0) }))
    trajectory.run([makeVector(gradient)])
    return trajectory.parameters.values.doubles.map { -$0 }
  }

  @Test func aLongGradientIsScaledToTheBound() {
    let result = clipped([3.0, 0, -4.0], to: 1)
    #expect(firstDifference(result, [0.6, 0, -0.8], rtol: 1e-6, atol: 0) == nil)
    #expect(firstDifference(clipped([3.0, 0, -4.0], to: 2.5), [1.5, 0, -2], rtol: 1e-6, atol: 0) == nil)
  }

  @Test func aShortGradientIsLeftAlone() {
    #expect(clipped([3.0, 0, -4.0], to: 5.001) == [3, 0, -4])
    #expect(clipped([0.0, 0, 0], to: 1e-9) == [0, 0, 0])
  }

  /// Squares that overflow or vanish in the scalar type do not disturb the norm.
  @Test func extremeGradients() {
    #expect(firstDifference(clipped([3e200, -4e200], to: 1), [0.6, -0.8], rtol: 1e-6, atol: 0) == nil)
    #expect(firstDifference(clipped([3e30, -4e30] as [Float], to: 1), [0.6, -0.8], rtol: 1e-6, atol: 0) == nil)
    let bfloat = clipped([BFloat16(3e30), BFloat16(-4e30)], to: 1)
    #expect(firstDifference(bfloat, [0.6, -0.8], rtol: 1e-2, atol: 0) == nil)
    #expect(clipped([3e-200, -4e-200], to: 1) == [3e-200, -4e-200])
  }

  /// The bound is compared with the norm itself, also where its square is no number of the type.
  @Test func normsOfExtremeVectors() {
    #expect((makeVector([3e-200, -4e-200]).norm / 5e-200 - 1).magnitude < 1e-15)
    #expect((makeVector([3e200, -4e200]).norm / 5e200 - 1).magnitude < 1e-15)
    #expect((makeVector([3e-30, -4e-30] as [Float]).norm / 5e-30 - 1).magnitude < 1e-6)
    #expect(makeVector([Double]()).norm == 0)
    #expect(makeVector([-Double.infinity, 1]).norm == .infinity)
    #expect(makeVector([1, Double.nan, .infinity]).norm.isNaN)
  }

  /// NaN reaches the parameters, where the trainer catches it, instead of being scaled away.
  @Test func notANumberIsNotHidden() {
    let result = clipped([Double.nan, 1], to: 1)
    #expect(result[0].isNaN)
  }

  @Test func theRateIsThatOfTheRuleInside() {
    var rule = SGD(learningRate: 0.25).clipped(toGlobalNorm: 1).lookahead().scheduled(.constant(2))
    #expect(rule.learningRate == 0.25)
    rule.learningRate = 0.5
    #expect(rule.base.base.base.learningRate == 0.5)
  }
}
