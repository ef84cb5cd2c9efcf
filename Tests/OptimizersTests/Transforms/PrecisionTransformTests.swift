import GlissadeOptimizers
import Testing

@Suite struct PrecisionTransformTests {
  /// A thousand steps of a hundredth of what BFloat16 tells apart.
  private func end(_ rule: some Optimizer) -> Double {
    var run = Trajectory(rule, from: makeVector([BFloat16](repeating: 1, count: 64)))
    let gradient = makeVector([BFloat16](repeating: 1, count: 64))
    run.run(repeatElement(gradient, count: 1_000))
    return run.parameters.values.doubles.reduce(0, +) / 64
  }

  private let rule = GradientDescent(learningRate: 0x1p-13)
  private var expected: Double { 1 - 1_000 * 0x1p-13 }

  @Test func smallStepsAreLostWithout() { #expect(end(rule) == 1) }

  @Test func masterWeightsKeepThem() { #expect((end(rule.withMasterWeights()) - expected).magnitude < 0x1p-9) }

  @Test func compensationKeepsThem() { #expect((end(rule.compensated()) - expected).magnitude < 0x1p-9) }

  /// 64 independent weights: the mean is right to a few of its deviations.
  @Test func stochasticRoundingKeepsTheirMean() {
    let mean = end(rule.stochasticallyRounded(seed: 5))
    #expect((mean - expected).magnitude < 0.02)
    #expect(mean != end(rule.stochasticallyRounded(seed: 6)))
  }

  @Test func inFloatNothingChanges() {
    let (parameters, gradients) = makeProblem(steps: 5, of: Float.self)
    func bits(_ rule: some Optimizer) -> [UInt64] {
      var run = Trajectory(rule, from: parameters)
      run.run(gradients)
      return run.parameters.bits
    }
    #expect(bits(Adam().withMasterWeights()) == bits(Adam()))
    #expect(bits(Adam().stochasticallyRounded()) == bits(Adam()))
  }

  @Test func lossScaleHalvesAndDoubles() {
    let rule = GradientDescent(learningRate: 1).lossScaled(from: 8, every: 2)
    var run = Trajectory(rule, from: makeVector([1.0]))
    #expect(rule.lossScale(run.state) == 8)
    run.run([makeVector([4.0])])
    #expect(run.parameters.values.item == 0.5)
    run.run([makeVector([.infinity])])
    #expect(run.parameters.values.item == 0.5)
    #expect(rule.lossScale(run.state) == 4)
    #expect(run.state.inner[0].step == 1)
    run.run([makeVector([0.0]), makeVector([0.0])])
    #expect(rule.lossScale(run.state) == 8)
  }
}
