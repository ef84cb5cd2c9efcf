import GlissadeOptimizers
import Testing

/// What golden cases do not reach.
@Suite struct GradientTransformTests {
  /// What gradient descent with rate 1 subtracts is the gradient that it was handed.
  private func transformed<S: Scalar>(_ transform: some GradientTransform, _ gradients: [[S]]) -> [[Double]] {
    var run = Trajectory(
      GradientDescent(learningRate: 1).preceded(by: transform), from: makeVector(gradients[0].map { _ in S(0) }))
    return gradients.map { gradient in
      let before = run.parameters.values.doubles
      run.run([makeVector(gradient)])
      return zip(before, run.parameters.values.doubles).map { $0 - $1 }
    }
  }

  @Test func nansAndInfinitiesBecomeZero() {
    let gradient = [Double.nan, .infinity, -.infinity, 2, -3, 0]
    #expect(transformed(ZeroNaNs(), [gradient])[0] == [0, .infinity, -.infinity, 2, -3, 0])
    #expect(transformed(ZeroNaNs(zeroesInfinities: true), [gradient])[0] == [0, 0, 0, 2, -3, 0])
  }

  @Test func clippingByValueLeavesNaN() {
    let result = transformed(ClipByValue(1), [[Double.nan, 3, -3, 0.5]])[0]
    #expect(result[0].isNaN && Array(result[1...]) == [1, -1, 0.5])
  }

  /// A mean of 0 and the variance that was asked for, falling as said; the same for the same seed and step.
  @Test func noiseIsAsDescribed() {
    let count = 4_000
    let zeros = [[Double]](repeating: [Double](repeating: 0, count: count), count: 8)
    let noise = GradientNoise(variance: 0.5, decay: 1, seed: 3)
    let drawn = transformed(noise, zeros)
    for (step, values) in drawn.enumerated() {
      let variance = values.reduce(0) { $0 + $1 * $1 } / Double(count)
      #expect((variance * Double(step + 1) / 0.5 - 1).magnitude < 0.1, "step \(step)")
      #expect((values.reduce(0, +) / Double(count)).magnitude < 0.05)
    }
    #expect(drawn[0] != drawn[1])
    #expect(transformed(noise, zeros) == drawn)
    #expect(transformed(GradientNoise(variance: 0.5, decay: 1, seed: 4), zeros) != drawn)
  }

  /// The factor of clipping is multiplied in before whatever comes next.
  @Test func pendingFactorsAreSeenByTheNextTransform() {
    let rule = GradientDescent(learningRate: 1).averagingGradients(decay: 0.5, debiases: false)
      .clipped(toGlobalNorm: 1, epsilon: 0)
    var run = Trajectory(rule, from: makeVector([0.0, 0]))
    run.run([makeVector([30.0, 40])])
    #expect(firstDifference(run.parameters.values.doubles, [-0.3, -0.4], rtol: 1e-14, atol: 0) == nil)
  }

  @Test func cautionTakesWhatGoesUp() {
    // Momentum still goes down along the first gradient when the second has turned in one element.
    var run = Trajectory(SGD(learningRate: 1, momentum: 0.5).cautious(compensates: false), from: makeVector([0.0, 0]))
    run.run([makeVector([1.0, 1]), makeVector([0.25, -0.25])])
    #expect(run.parameters.values.doubles == [-1.75, -1])
    var scaled = Trajectory(SGD(learningRate: 1, momentum: 0.5).cautious(), from: makeVector([0.0, 0]))
    scaled.run([makeVector([1.0, 1]), makeVector([0.25, -0.25])])
    #expect(scaled.parameters.values.doubles == [-2.5, -1])
  }
}
