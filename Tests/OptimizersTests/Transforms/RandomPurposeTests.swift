import GlissadeOptimizers
import Testing

/// What draws random numbers draws them for a purpose of its own, so that one seed for all of them is independent noise.
@Suite struct RandomPurposeTests {
  @Test func gradientNoiseHasItsOwn() {
    var run = Trajectory(GradientDescent(learningRate: 1).noisy(variance: 1, decay: 0), from: makeVector([0.0, 0]))
    run.run([makeVector([0.0, 0])])
    let stream = RandomStream(seed: 0, purpose: .gradientNoise, index: 1)
    #expect(run.parameters.values.doubles == [-stream.normal(at: 0), -stream.normal(at: 1)])
  }

  @Test func roundingHasItsOwn() {
    // 1 + 2⁻⁹ lies a quarter of the way from 1 to BFloat16's next number.
    var run = Trajectory(
      GradientDescent(learningRate: -1).stochasticallyRounded(), from: makeVector([BFloat16](repeating: 1, count: 64)))
    run.run([makeVector([BFloat16](repeating: 0x1p-9, count: 64))])
    let stream = RandomStream(seed: 0, purpose: .rounding, index: 1)
    let expected = (0..<64).map { stream.uniform01(at: $0) < 0.25 ? 1 + 0x1p-7 : 1 }
    #expect(run.parameters.values.doubles == expected)
  }

  @Test func purposesDiffer() {
    #expect(Set([RandomPurpose.noise, .gradientNoise, .rounding, .preconditioning]).count == 4)
  }
}
