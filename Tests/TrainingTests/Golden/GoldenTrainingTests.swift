import GlissadeTraining
import Testing

@Suite struct GoldenTrainingTests {
  @Test(arguments: GoldenTraining.shared.cases)
  func runIsThatOfPyTorch(_ item: GoldenTraining.Case) throws {
    let optimizer = try item.makeOptimizer()
    if item.isFloat {
      try check(item, item.makeModel(), optimizer, Float.self)
    } else {
      try check(item, item.makeModel(), optimizer, Double.self)
    }
  }

  @Test func fixtureIsComplete() {
    let cases = GoldenTraining.shared.cases
    #expect(cases.count == 19)
    #expect(cases.allSatisfy { $0.loss.count == 30 && $0.gradientNorm.count == 30 && $0.final.count == 4 })
    #expect(Set(cases.map(\.rule)) == ["SGD", "RMSprop", "Adam", "AdamW", "Adagrad"])
  }

  private func check<S: Scalar>(
    _ item: GoldenTraining.Case, _ model: some Layer, _ optimizer: some Optimizer, _ type: S.Type
  ) throws {
    let batches = item.makeBatches()
    var trainer = Trainer(ExactObjective(model), optimizer: optimizer, scalar: S.self)
    var losses: [Double] = []
    var norms: [Double] = []
    for step in 0..<item.steps {
      let report = try trainer.step(on: Batch(all: batches[step % batches.count]))
      losses.append(report.loss)
      norms.append(report.gradientNorm)
    }
    let (rtol, atol) = (item.rtol, item.atol)
    #expect(firstDifference(losses, item.loss, rtol: rtol, atol: atol) == nil)
    #expect(firstDifference(norms, item.gradientNorm, rtol: rtol, atol: atol) == nil)
    for (name, expected) in item.final {
      let parameter = try #require(trainer.parameters[name])
      let difference = firstDifference(parameter.doubles, expected, rtol: rtol, atol: atol)
      #expect(difference == nil, "\(name)")
    }
    if let rates = item.rates {
      let schedule = item.makeSchedule()
      let computed = (0..<item.steps).map { (item.optimizer["lr"] ?? 0) * schedule.factor(at: $0) }
      #expect(firstDifference(computed, rates, rtol: 1e-12, atol: 1e-15) == nil)
    }
  }
}
