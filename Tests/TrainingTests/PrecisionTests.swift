import GlissadeTraining
import Testing

@Suite struct PrecisionTests {
  /// The same lines train in every scalar type, and come to about the same.
  @Test(arguments: ScalarKind.allCases)
  func lossFallsInEveryScalar(_ kind: ScalarKind) throws {
    let reference = try losses(Double.self)
    let computed = try losses(opened: kind.type)
    #expect(computed[1] < 0.6 * computed[0])
    #expect(reference[1] < 0.6 * reference[0])
    // 8 bits of significand are the fewest.
    let tolerance = kind == .dual || kind == .double ? 1e-9 : 0.02
    #expect((computed[0] - reference[0]).magnitude <= tolerance * reference[0])
    #expect((computed[1] - reference[1]).magnitude <= 2 * tolerance * reference[1])
  }

  private func losses(opened type: any Scalar.Type) throws -> [Double] { try losses(type) }

  private func losses<S: Scalar>(_ type: S.Type) throws -> [Double] {
    let examples = try SmallDigits.load(48)
    var trainer = Trainer(Classifier(makeDigitsModel()), optimizer: Adam(learningRate: 0.01), scalar: S.self, seed: 4)
    let before = trainer.evaluate(examples).loss
    try trainer.fit(examples, epochs: 10, batchSize: 12)
    return [before, trainer.evaluate(examples).loss]
  }

  /// Dual numbers compute the values of their base, up to the rounding in which the kernels of Double differ from plain
  /// loops, whatever the optimizer.
  @Test func dualsFollowDoubles() throws {
    let examples = try SmallDigits.load(20)
    let classifier = Classifier(makeRegularizedModel())
    let optimizer = AdamW(learningRate: 0.01).clipped(toGlobalNorm: 0.5).lookahead(every: 3).scheduled(
      .warmup(steps: 4))
    var plain = Trainer(classifier, optimizer: optimizer, scalar: Double.self, seed: 9)
    var dual = Trainer(classifier, optimizer: optimizer, scalar: Dual<Double>.self, seed: 9)
    try plain.fit(examples, epochs: 2, batchSize: 8)
    try dual.fit(examples, epochs: 2, batchSize: 8)
    let primals = dual.parameters.values.elements.map(\.primal)
    let difference = firstDifference(primals, plain.parameters.values.elements, rtol: 1e-9, atol: 1e-10)
    #expect(difference == nil)
    #expect(dual.parameters.values.elements.allSatisfy { $0.tangent == 0 })
  }

  /// Parameters of all types begin at the same point, rounded once.
  @Test func initializationIsRoundedOnce() {
    let layout = Classifier(makeDigitsModel()).layout
    let exact = ParameterVector<Double>(initializing: layout, seed: 11)
    #expect(ParameterVector<Float>(initializing: layout, seed: 11) == exact.converted())
    #expect(ParameterVector<BFloat16>(initializing: layout, seed: 11) == exact.converted())
  }

  @Test func digitsAreLearned() throws {
    let digits = try SmallDigits.all.get()
    var trainer = Trainer(
      Classifier(makeDigitsModel(hidden: 32)), optimizer: Adam(learningRate: 3e-3), scalar: Float.self, seed: 42)
    let history = try trainer.fit(digits.training, validation: digits.test, epochs: 3, batchSize: 16)
    #expect(try #require(history[2].validation?.accuracy) >= 0.9)
    #expect(history[2].training.loss < history[0].training.loss)
    // Untrained, it guesses.
    let untrained = Trainer(Classifier(makeDigitsModel(hidden: 32)), optimizer: Adam(), scalar: Float.self, seed: 42)
    #expect(try #require(untrained.evaluate(digits.test).accuracy) < 0.4)
  }
}
