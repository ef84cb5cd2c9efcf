import GlissadeTraining
import Testing

@Suite struct EvaluatorTests {
  /// What an optimizer is handed is the gradient of what it may ask: the same batch, the same dropout.
  @Test func evaluatorIsTheObjectiveOfTheStep() throws {
    let examples = try SmallDigits.load(24)
    var trainer = Trainer(Classifier(makeRegularizedModel()), optimizer: Inquisitive(), scalar: Double.self, seed: 2)
    try trainer.fit(examples, epochs: 2, batchSize: 8)
    #expect(trainer.step == 6)
  }

  /// An optimizer with a line search through the evaluator never goes up.
  @Test func backtrackingNeverGoesUp() throws {
    let examples = try SmallDigits.load(24)
    var trainer = Trainer(Classifier(makeDigitsModel()), optimizer: Backtracking(), scalar: Float.self, seed: 2)
    let losses = try (0..<8).map { _ in try trainer.step(on: Batch(all: examples)).loss }
    #expect(zip(losses, losses.dropFirst()).allSatisfy { $0 > $1 })
    #expect(losses[7] < 0.7 * losses[0])
  }

  /// Copies share an evaluator; taking turns on batches of their own, they do what trainers apart do.
  @Test func copiesThatTakeTurnsSeeTheirOwnBatches() throws {
    let examples = try SmallDigits.load(24)
    let trainer = Trainer(
      Classifier(makeRegularizedModel()), optimizer: GradientDescent(learningRate: 0.1).sharpnessAware(radius: 0.5),
      scalar: Float.self, seed: 3)
    let batches = (0..<6).map { Batch(examples, indices: Array(4 * $0..<4 * $0 + 4)[...]) }
    func alone(_ first: Int) throws -> String {
      var trainer = Trainer(trainer.objective, optimizer: trainer.optimizer, scalar: Float.self, seed: 3)
      for i in stride(from: first, to: 6, by: 2) { try trainer.step(on: batches[i]) }
      return trainer.parameters.bitHash
    }
    var copies = [trainer, trainer]
    for (i, batch) in batches.enumerated() { try copies[i % 2].step(on: batch) }
    #expect(copies[0].parameters.bitHash != copies[1].parameters.bitHash)
    for (i, copy) in copies.enumerated() { #expect(try copy.parameters.bitHash == alone(i)) }
  }
}

/// Plain descent that compares what it was handed with what the evaluator says.
private struct Inquisitive: Optimizer {
  var learningRate = 0.1
  func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> { OptimizerState() }
  func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    guard let evaluator = gradient.evaluator else { preconditionFailure("the trainer gave no evaluator") }
    let (value, again) = evaluator.valueAndGradient(at: parameters)
    #expect(again.bitHash == gradient.vector.bitHash)
    #expect(evaluator.value(at: parameters) == value)
    #expect(gradient.loss == value)
    let gradient = gradient.vector
    // The Hessian along the gradient, against a difference of gradients.
    let product = evaluator.hessianVectorProduct(at: parameters, along: gradient)
    let size = 1e-5 / gradient.norm
    var ahead = parameters
    ahead.add(S.Accumulator(size), gradient)
    var difference = evaluator.valueAndGradient(at: ahead).gradient
    difference.add(-1, gradient)
    difference.scale(by: S.Accumulator(1 / size))
    difference.add(-1, product)
    #expect(difference.norm < 1e-3 * product.norm)
    parameters.add(S.Accumulator(-learningRate), gradient)
  }
}

/// Halves the step until the value is below that of the point.
private struct Backtracking: Optimizer {
  var learningRate = 4.0
  func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> { OptimizerState() }
  func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    guard let evaluator = gradient.evaluator else { preconditionFailure("the trainer gave no evaluator") }
    let start = parameters
    let value = evaluator.value(at: start)
    var rate = learningRate
    repeat {
      parameters = start
      parameters.add(S.Accumulator(-rate), gradient.vector)
      rate /= 2
    } while evaluator.value(at: parameters) >= value && rate > 1e-9
  }
}
