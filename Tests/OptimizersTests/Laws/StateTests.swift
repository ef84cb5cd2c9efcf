import GlissadeOptimizers
import Testing

/// A state describes itself: names, counts and steps.
@Suite struct StateTests {
  @Test func stateIsAsDescribed() {
    let (parameters, gradients) = makeProblem(steps: 3, of: BFloat16.self)
    var run = Trajectory(Adam().clipped(toGlobalNorm: 1).lookahead(every: 2), from: parameters)
    #expect(run.state.slotNames == ["slow"])
    #expect(run.state.inner[0].slotNames == [])
    #expect(run.state.inner[0].inner[0].slotNames == ["mean", "meanSquare"])
    #expect(run.state.inner[0].inner[0].slots.allSatisfy { $0.doubles.allSatisfy { $0 == 0 } && $0.count == 39 })
    run.run(gradients)
    #expect([run.state.step, run.state.inner[0].step, run.state.inner[0].inner[0].step] == [3, 3, 3])
  }
}
