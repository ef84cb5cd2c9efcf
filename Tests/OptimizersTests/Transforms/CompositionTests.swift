import GlissadeOptimizers
import Testing

/// What Docs/Guides/ComposingOptimizers.md says of the order of transforms, where the order matters.
@Suite struct CompositionTests {
  /// The parameters after a step along each gradient, from a point.
  private func end(_ rule: some Optimizer, _ gradients: [[Double]], from start: [Double] = [0]) -> [Double] {
    var run = Trajectory(rule, from: makeVector(start))
    run.run(gradients.map(makeVector))
    return run.parameters.values.doubles
  }

  private let descent = GradientDescent(learningRate: 1)

  /// `.regularized(λ).clipped(1)` clips the gradient, then adds decay to it; the other way round both are clipped.
  @Test func coupledDecayAndClipping() {
    #expect(end(descent.regularized(0.5).clipped(toGlobalNorm: 1, epsilon: 0), [[4]], from: [2]) == [2 - (1 + 1)])
    #expect(end(descent.clipped(toGlobalNorm: 1, epsilon: 0).regularized(0.5), [[4]], from: [2]) == [2 - 1])
  }

  /// `.decaying(λ).scheduled(s)` decays with the scheduled rate, `.scheduled(s).decaying(λ)` with the one that was given.
  @Test func decoupledDecayAndSchedule() {
    let half = Schedule.constant(0.5)
    #expect(end(descent.decaying(0.5).scheduled(half), [[0]], from: [8]) == [6])
    #expect(end(descent.scheduled(half).decaying(0.5), [[0]], from: [8]) == [4])
  }

  /// Decoupled decay is never clipped, whichever is written first.
  @Test func decoupledDecayAndClipping() {
    let clip = 1.0
    let inside = end(descent.decaying(0.5).clipped(toGlobalNorm: clip, epsilon: 0), [[4]], from: [8])
    #expect(inside == [3])
    #expect(end(descent.clipped(toGlobalNorm: clip, epsilon: 0).decaying(0.5), [[4]], from: [8]) == inside)
  }

  /// `.clipped(…).accumulating(k)` clips the mean of the micro-batches, `.accumulating(k).clipped(…)` each of them.
  @Test func clippingAndAccumulation() {
    let gradients = [[8.0], [0.5]]
    #expect(end(descent.clipped(toGlobalNorm: 1, epsilon: 0).accumulating(2), gradients) == [-1])
    #expect(end(descent.accumulating(2).clipped(toGlobalNorm: 1, epsilon: 0), gradients) == [-0.75])
  }

  /// `.scheduled(s).accumulating(k)` counts steps, `.accumulating(k).scheduled(s)` micro-batches.
  @Test func scheduleAndAccumulation() {
    let gradients = [[1.0], [1.0], [1.0], [1.0]]
    let schedule = Schedule { $0 == 0 ? 1 : 0.5 }
    #expect(end(descent.scheduled(schedule).accumulating(2), gradients) == [-1.5])
    #expect(end(descent.accumulating(2).scheduled(schedule), gradients) == [-1])
  }

  /// `.lookahead(k).accumulating(m)` looks ahead over k steps, `.accumulating(m).lookahead(k)` over k micro-batches.
  @Test func lookaheadAndAccumulation() {
    let gradients = [[1.0], [1.0], [1.0], [1.0]]
    #expect(end(descent.lookahead(every: 4).accumulating(2), gradients) == [-2])
    #expect(end(descent.accumulating(2).lookahead(every: 4), gradients) == [-1])
  }

  /// `.averaging(…).accumulating(k)` averages what steps lead to, `.accumulating(k).averaging(…)` each point k times.
  @Test func averageAndAccumulation() {
    func point(_ rule: some Optimizer) -> Double {
      var run = Trajectory(rule, from: makeVector([0.0]))
      run.run((0..<4).map { _ in makeVector([1.0]) })
      return rule.evaluationPoint(of: run.parameters, state: run.state).values.item
    }
    #expect(point(descent.averaging(.mean).accumulating(2)) == -1.5)
    #expect(point(descent.accumulating(2).averaging(.mean)) == -1)
  }

  /// `.lookahead().averaging(…)` averages the slow weights too; the other way round they are moved behind the average's back.
  @Test func averageAndLookahead() {
    func point(_ rule: some Optimizer) -> Double {
      var run = Trajectory(rule, from: makeVector([0.0]))
      run.run([makeVector([1.0]), makeVector([1.0])])
      return rule.evaluationPoint(of: run.parameters, state: run.state).values.item
    }
    // Points −1 and −2, of which lookahead makes −1.
    #expect(point(descent.lookahead(every: 2).averaging(.mean)) == -1)
    #expect(point(descent.averaging(.mean).lookahead(every: 2)) == -1.5)
  }

  /// `.cautious().decaying(λ)` decays every weight, `.decaying(λ).cautious()` only those whose change goes down the gradient.
  @Test func cautionAndDecay() {
    #expect(end(descent.cautious(compensates: false).decaying(0.5), [[-0.5, 0.5]], from: [4, 4]) == [2.5, 1.5])
    #expect(end(descent.decaying(0.5).cautious(compensates: false), [[-0.5, 0.5]], from: [4, 4]) == [4, 1.5])
  }

  /// Schedule-Free moves along with two points of its own: its decay is its own, and a schedule goes around it.
  @Test func scheduleFreeDecaysByItself() {
    let rule = ScheduleFreeSGD(learningRate: 0.5, beta: 0.5, weightDecay: 0.5, warmup: .immediate)
    func point(_ rule: some Optimizer) -> Double {
      var run = Trajectory(rule, from: makeVector([4.0]))
      run.run((0..<20).map { _ in makeVector([0.0]) })
      return rule.evaluationPoint(of: run.parameters, state: run.state).values.item
    }
    var plain = rule
    plain.weightDecay = 0
    // From outside only y decays, and x = z + (y − z)/β is thrown to the other side of it.
    #expect(point(rule) > 0 && point(rule) < 4)
    #expect(point(plain.decaying(0.5)) < 0)
  }

  /// Master weights keep what every wrapper inside does in the accumulator's type; a wrapper outside moves rounded weights.
  @Test func masterWeightsAndLookahead() {
    func end(_ rule: some Optimizer) -> Double {
      var run = Trajectory(rule, from: makeVector([BFloat16(1)]))
      run.run((0..<512).map { _ in makeVector([BFloat16(1)]) })
      return run.parameters.values.item.double
    }
    let small = GradientDescent(learningRate: 0x1p-11)
    // 512 steps of 2⁻¹¹, of which lookahead keeps half: 1 − 1/8.
    #expect(end(small.lookahead(every: 2).withMasterWeights()) == 0.875)
    // Lookahead outside moves the model's weights, which master weights then write over.
    #expect(end(small.withMasterWeights().lookahead(every: 2)) != 0.875)
  }

  /// `.clipped(…).lossScaled()` clips the gradient of the loss, not that of the scaled one.
  @Test func clippingAndLossScaling() {
    let rule = descent.clipped(toGlobalNorm: 1, epsilon: 0).lossScaled(from: 8)
    #expect(end(rule, [[8 * 0.5]]) == [-0.5])
    #expect(end(rule, [[8 * 4]]) == [-1])
  }

  /// Either way round, micro-batches of a scaled loss are their mean, and one that is not finite does no harm.
  @Test func accumulationAndLossScaling() {
    let gradients: [[Double]] = [[8], [24]]
    #expect(end(descent.accumulating(2).lossScaled(from: 8), gradients) == [-2])
    #expect(end(descent.lossScaled(from: 8).accumulating(2), gradients) == [-2])
    let spoiled: [[Double]] = [[8], [.infinity]]
    // Inside, the micro-batch is left out and the next, of a loss scaled by 4, takes its place; outside, the step is.
    #expect(end(descent.accumulating(2).lossScaled(from: 8), spoiled + [[12.0]]) == [-2])
    #expect(end(descent.lossScaled(from: 8).accumulating(2), spoiled + [[4.0], [12.0]]) == [-2])
  }

  /// All of them in the order of the guide: it moves, stays finite, and its state is one value that goes on.
  @Test func theWholeChainIsOneValue() {
    let inner = Adam(learningRate: 0.125).cautious().decaying(0.1, mask: .matrices)
      .grouped(.init(.names(containing: "1")) { $0.weightDecay = 0 })
      .scheduled(.warmup(steps: 2).then(.cosine(steps: 9))).lookahead(every: 3).averaging(.mean)
    let rule = inner.regularized(0.01).clipped(toGlobalNorm: 1).accumulating(2).withMasterWeights().lossScaled(from: 8)
    let (parameters, gradients) = makeProblem(steps: 12, of: BFloat16.self)
    var whole = Trajectory(rule, from: parameters)
    whole.run(gradients.prefix(5))
    var resumed = whole
    whole.run(gradients.suffix(7))
    resumed.run(gradients.suffix(7))
    #expect(resumed.parameters == whole.parameters && resumed.state == whole.state)
    #expect(whole.parameters.isFinite && whole.state.isFinite && whole.parameters != parameters)
    #expect(rule.evaluationPoint(of: whole.parameters, state: whole.state) != whole.parameters)
  }
}
