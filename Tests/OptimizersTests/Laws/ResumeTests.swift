import GlissadeOptimizers
import Testing

@Suite struct ResumeTests {
  /// A copy of parameters and state, taken at any step, goes on as if nothing had happened, and is not disturbed by what
  /// the original does afterwards.
  @Test(arguments: OptimizerTable.all, ScalarKind.allCases)
  func savedAndResumedEqualsUninterrupted(_ item: NamedOptimizer, _ kind: ScalarKind) {
    check(item.optimizer, kind.type)
  }

  private func check<S: Scalar>(_ rule: some Optimizer, _ type: S.Type) {
    let (parameters, gradients) = makeProblem(steps: 10, of: S.self)
    var uninterrupted = Trajectory(rule, from: parameters)
    var saved = [uninterrupted]
    for gradient in gradients {
      uninterrupted.run([gradient])
      saved.append(uninterrupted)
    }
    for (step, copy) in saved.enumerated() {
      var resumed = copy
      resumed.run(gradients[step...])
      #expect(resumed.parameters.bits == uninterrupted.parameters.bits)
      #expect(resumed.state.bits == uninterrupted.state.bits)
      #expect(resumed.state == uninterrupted.state)
    }
    #expect(saved[0].parameters.bits == parameters.bits)
    #expect(uninterrupted.parameters.bits != parameters.bits)
  }

  /// The step is part of the state: with a state of another step the result differs (or the law above would be empty).
  @Test func forgettingTheStateIsNoticed() {
    let (parameters, gradients) = makeProblem(steps: 6, of: Double.self)
    var whole = Trajectory(Adam(learningRate: 0.1), from: parameters)
    whole.run(gradients)
    var first = Trajectory(Adam(learningRate: 0.1), from: parameters)
    first.run(gradients.prefix(3))
    var second = Trajectory(Adam(learningRate: 0.1), from: first.parameters)
    second.run(gradients.suffix(3))
    #expect(second.parameters.bits != whole.parameters.bits)
  }

  /// A state describes itself: names, counts and steps.
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
