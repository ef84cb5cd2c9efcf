import GlissadeTraining
import Testing

/// The trainer evaluates where the optimizer says, and trains where the parameters are.
@Suite struct EvaluationPointTests {
  @Test func aShiftedPointIsWhereTheModelIsEvaluated() throws {
    let examples = try SmallDigits.load(24)
    let goal = Classifier(makeDigitsModel())
    var shifted = Trainer(goal, optimizer: Shifted(base: SGD(learningRate: 0.1)), scalar: Double.self, seed: 2)
    var plain = Trainer(goal, optimizer: SGD(learningRate: 0.1), scalar: Double.self, seed: 2)
    let report = try shifted.fit(examples, validation: examples, epochs: 2, batchSize: 8)
    let plainReport = try plain.fit(examples, validation: examples, epochs: 2, batchSize: 8)
    #expect(shifted.parameters.bitHash == plain.parameters.bitHash)
    #expect(report.map(\.training) == plainReport.map(\.training))
    #expect(shifted.evaluationParameters.values == shifted.parameters.values + 0.25)
    #expect(plain.evaluationParameters == plain.parameters)

    let moved = Trainer(
      goal, optimizer: SGD(), parameters: ParameterVector(shifted.parameters.values + 0.25, layout: goal.layout),
      seed: 2)
    #expect(report.last?.validation == moved.evaluate(examples))
    #expect(shifted.evaluate(examples) == moved.evaluate(examples))
    #expect(shifted.evaluate(examples) != plain.evaluate(examples))
  }

  /// A wrapper passes the point of the rule in it on.
  @Test func scheduleFreeIsEvaluatedAtItsAverage() throws {
    let examples = try SmallDigits.load(24)
    let goal = Classifier(makeDigitsModel())
    let rule = ScheduleFreeAdamW(learningRate: 0.01, warmupSteps: 2)
    var trainer = Trainer(
      goal, optimizer: rule.clipped(toGlobalNorm: 1).lookahead(every: 100), scalar: Double.self, seed: 2)
    let untrained = trainer.evaluate(examples).loss
    try trainer.fit(examples, epochs: 4, batchSize: 8)
    // x = (y − (1 − β) z)/β
    let z = trainer.state.inner[0].inner[0].slots[0]
    let x = (trainer.parameters.values - z * (1 - rule.beta)) / rule.beta
    let distance = (trainer.evaluationParameters.values - x).reduced(.sumOfMagnitudes)
    #expect(distance < 1e-12 && trainer.evaluationParameters != trainer.parameters)
    let average = Trainer(goal, optimizer: SGD(), parameters: trainer.evaluationParameters, seed: 2)
    #expect(trainer.evaluate(examples) == average.evaluate(examples))
    #expect(trainer.evaluate(examples).loss < 0.95 * untrained)
  }
}

/// Any rule, with the model evaluated a quarter beside the parameters.
private struct Shifted<Base: Optimizer>: OptimizerWrapper {
  var base: Base

  func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    base.update(&parameters, along: &gradient, state: &state.inner[0])
  }

  func evaluationPoint<S: Scalar>(
    of parameters: ParameterVector<S>, state: OptimizerState<S>
  ) -> ParameterVector<S> {
    ParameterVector(parameters.values + 0.25, layout: parameters.layout)
  }
}
