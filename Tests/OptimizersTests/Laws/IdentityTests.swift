import GlissadeOptimizers
import Testing

@Suite struct IdentityTests {
  /// Wrappers that have nothing to do change no bit.
  @Test(arguments: OptimizerTable.all, ScalarKind.allCases)
  func idleTransformsChangeNothing(_ item: NamedOptimizer, _ kind: ScalarKind) {
    check(item.optimizer, kind.type)
  }

  private func check<S: Scalar>(_ rule: some Optimizer, _ type: S.Type) {
    let plain = run(rule, S.self)
    #expect(run(rule.clipped(toGlobalNorm: 1e30), S.self) == plain)
    #expect(run(rule.scheduled(.constant()), S.self) == plain)
    #expect(run(rule.scheduled(\.learningRate, .linear(from: 1, to: 1, steps: 3)), S.self) == plain)
    #expect(run(rule.lookahead(every: 9), S.self) == plain)
    #expect(run(rule.clipped(toGlobalNorm: 1e30).lookahead(every: 9).scheduled(.constant()), S.self) == plain)
    // What does have something to do changes something.
    #expect((run(rule.scheduled(.constant(0.5)), S.self) == plain) == OptimizerTable.ignoresRate(rule))
    #expect(run(rule.lookahead(every: 8, blend: 0), S.self) != plain)
  }

  private func run<S: Scalar>(_ rule: some Optimizer, _ type: S.Type) -> [UInt64] {
    let (parameters, gradients) = makeProblem(steps: 8, of: S.self)
    var trajectory = Trajectory(rule, from: parameters)
    trajectory.run(gradients)
    return trajectory.parameters.bits
  }

  /// With blend 1 the slow weights are the fast ones, up to the rounding of a state wider than the parameters.
  @Test func lookaheadWithBlendOneIsTheRuleItself() {
    #expect(run(Adam().lookahead(every: 2, blend: 1), Double.self) == run(Adam(), Double.self))
    #expect(run(Adam().lookahead(every: 2, blend: 1), BFloat16.self) == run(Adam(), BFloat16.self))
  }

  /// With blend 0 the parameters are back where they began after each interval.
  @Test func lookaheadWithBlendZeroGoesNowhere() {
    let (parameters, _) = makeProblem(steps: 8, of: Double.self)
    #expect(run(Adam().lookahead(every: 4, blend: 0), Double.self) == parameters.bits)
  }
}
