import GlissadeOptimizers
import Testing

/// A schedule of the learning rate reaches the rates that go along with it, and no other hyperparameter.
@Suite struct LearningRatesTests {
  private func end(_ rule: some Optimizer) -> ParameterVector<Double> {
    let (parameters, gradients) = makeProblem(steps: 6, of: Double.self)
    var run = Trajectory(rule, from: parameters)
    run.run(gradients)
    return run.parameters
  }

  @Test func aScheduleReachesTheAdamInMuon() {
    let muon = Muon(learningRate: 0.1, adamLearningRate: 0.02)
    let halved = end(Muon(learningRate: 0.05, adamLearningRate: 0.01))
    #expect(end(muon.scheduled(.constant(0.5))) == halved)
    #expect(end(muon.grouped().scheduled(.constant(0.5))) == halved)
    #expect(end(muon.clipped(toGlobalNorm: 1e30).scheduled(.constant(0.5))) == halved)
    // One that is named is scheduled alone.
    let alone = end(muon.scheduled(\.learningRate, .constant(0.5)))
    #expect(alone == end(Muon(learningRate: 0.05, adamLearningRate: 0.02)))
  }

  @Test func aPlateauReachesItToo() {
    var plateau = Plateau()
    plateau.drop = 0.5
    plateau.patience = 0
    func end(_ rule: some Optimizer) -> ParameterVector<Double> {
      let problem = makeProblem(steps: 2, of: Double.self)
      var parameters = problem.parameters
      var state = rule.initialState(for: parameters)
      for vector in problem.gradients {
        var gradient = Gradient(vector, loss: 1)
        rule.update(&parameters, along: &gradient, state: &state)
      }
      return parameters
    }
    // The second loss is no better than the first: both rates fall by half.
    let muon = Muon(learningRate: 0.1, adamLearningRate: 0.02).reduced(on: plateau)
    let schedule = Schedule { $0 == 0 ? 1 : 0.5 }
    #expect(end(muon) == end(Muon(learningRate: 0.1, adamLearningRate: 0.02).scheduled(schedule)))
  }

  @Test func groupsWithRatesOfTheirOwnKeepThemWhenTheOthersAreSet() {
    var rule = GradientDescent(learningRate: 0.5).grouped(.init(.matrices) { $0.learningRate = 0.25 })
    rule.learningRate = 1
    let (set, plain) = (end(rule), end(GradientDescent(learningRate: 1)))
    #expect(set[1] == plain[1])
    #expect(set[0] == end(GradientDescent(learningRate: 0.25))[0])
  }
}
