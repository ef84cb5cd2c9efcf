import GlissadeTesting
import Testing

/// A gradient that is not finite is reported with the name of its parameter, whatever the optimizer, and nothing has moved.
@Suite struct NonFiniteNameTests {
  @Test(arguments: OptimizerRegistry.standard.entries.map(\.name))
  func theParameterIsNamed(_ name: String) throws { try check(try OptimizerRegistry.standard.make(name)) }

  private func check(_ rule: some Optimizer) throws {
    let goal = RootOfGain()
    var trainer = Trainer(goal, optimizer: rule, scalar: Float.self, seed: 3)
    let (parameters, state) = (trainer.parameters, trainer.state)
    let examples = UnlabeledExamples(features: Tensor([2, 1], [1, 1]))
    let error = try #require(throws: TrainingError.self) { try trainer.fit(examples, epochs: 1) }
    guard case .notFinite(let step, let what, _) = error else { throw error }
    #expect(step == 1 && what == "the gradient of gain")
    #expect(trainer.parameters == parameters && trainer.state == state)
  }
}

/// Σ w² + Σ √gain, whose value is finite where the gain is 0 and whose derivative is not.
private struct RootOfGain: Objective {
  let weight = Parameter([3, 2], role: .weight, initializer: .glorot)
  let gain = Parameter([2], role: .normalization, initializer: .zeros)
  var layout: ParameterLayout { ParameterLayout([("weight", weight), ("gain", gain)]) }

  func evaluate<S: Scalar>(_ batch: Batch<UnlabeledExamples>, on tape: Tape<S>) -> Evaluation<S> {
    Evaluation(loss: (tape[weight] * tape[weight]).sum() + sqrt(tape[gain]).sum())
  }
}
