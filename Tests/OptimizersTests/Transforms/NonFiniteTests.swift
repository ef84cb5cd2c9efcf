import GlissadeOptimizers
import Testing

/// Where an optimizer copes with gradients that are not finite, nothing around it keeps their NaN.
@Suite struct NonFiniteTests {
  private let good = [makeVector([1.0, 2]), makeVector([0.5, -1]), makeVector([2.0, 1])]
  private let bad = [makeVector([Double.nan, 1]), makeVector([1.0, .infinity])]

  private func isTheSameWithout(_ rule: some Optimizer) -> Bool {
    var run = Trajectory(rule, from: makeVector([0.0, 0]))
    run.run([good[0], bad[0], good[1], bad[1], good[2]])
    var clean = Trajectory(rule, from: makeVector([0.0, 0]))
    clean.run(good)
    return run.parameters == clean.parameters && run.state.isFinite
  }

  @Test func averagesAroundSkippingSeeNothingOfThem() {
    let rule = SGD(learningRate: 0.1, momentum: 0.9).skippingNonFinite()
    #expect(isTheSameWithout(rule.averagingGradients(decay: 0.9)))
    #expect(isTheSameWithout(rule.tracing(momentum: 0.9)))
    #expect(isTheSameWithout(rule.averagingGradients(decay: 0.9).clipped(toGlobalNorm: 1)))
    #expect(isTheSameWithout(rule.noisy()))
    #expect(isTheSameWithout(rule.preceded(by: ApplyEvery(2))))
  }

  @Test func averagesInsideLossScalingSeeNothingOfThem() {
    let rule = SGD(learningRate: 0.1, momentum: 0.9).averagingGradients(decay: 0.9)
    // A factor that stays the same, so that the good steps are the same.
    #expect(isTheSameWithout(rule.lossScaled(from: 8, backoff: 1)))
    #expect(isTheSameWithout(rule.noisy().lossScaled(from: 8, backoff: 1)))
  }

  @Test func zeroingThemIsNotLeftOut() {
    var run = Trajectory(
      GradientDescent(learningRate: 1).skippingNonFinite().zeroingNaNs(), from: makeVector([0.0, 0]))
    run.run([bad[0]])
    #expect(run.parameters.values.doubles == [0, -1])
  }

  @Test func whatSeesGradientsDoesNotGoAroundLossScaling() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Adam().lossScaled().clipped(toGlobalNorm: 1).initialState(for: makeVector([1.0]))
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("ClipByGlobalNorm would see the gradient of a scaled loss"), "\(message)")
  }
}
