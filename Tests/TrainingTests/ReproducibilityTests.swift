import GlissadeTraining
import Testing

@Suite struct ReproducibilityTests {
  private func hash<S: Scalar>(seed: UInt64, _ type: S.Type) throws -> String {
    var trainer = Trainer(
      Classifier(makeRegularizedModel()), optimizer: Adam(learningRate: 0.01), scalar: S.self, seed: seed)
    try trainer.fit(SmallDigits.load(24), epochs: 2, batchSize: 7)
    return trainer.parameters.bitHash
  }

  @Test(arguments: ScalarKind.allCases)
  func sameSeedSameBits(_ kind: ScalarKind) throws { try check(kind.type) }

  private func check<S: Scalar>(_ type: S.Type) throws {
    let first = try hash(seed: 1, S.self)
    #expect(try hash(seed: 1, S.self) == first)
    #expect(try hash(seed: 2, S.self) != first)
  }

  /// The seed decides initialization, shuffling and dropout, each on its own.
  @Test func whatTheSeedDecides() throws {
    let examples = try SmallDigits.load(24)
    func trainer(_ seed: UInt64, rate: Double) -> Trainer<Classifier<some Layer>, GradientDescent, Double> {
      let model = Sequential {
        Dense(64, 8, initializer: .constant(0.01))
        Dropout(rate)
        Dense(8, 10, initializer: Ramp())
      }
      return Trainer(Classifier(model), optimizer: GradientDescent(), scalar: Double.self, seed: seed)
    }
    func end(_ seed: UInt64, rate: Double, batchSize: Int) throws -> String {
      var trainer = trainer(seed, rate: rate)
      try trainer.step(on: Batch(examples, indices: Array(0..<batchSize)[...]))
      return trainer.parameters.bitHash
    }
    #expect(trainer(1, rate: 0.5).parameters.bitHash == trainer(2, rate: 0.5).parameters.bitHash)
    #expect(try end(1, rate: 0, batchSize: 24) == end(2, rate: 0, batchSize: 24))
    #expect(try end(1, rate: 0.5, batchSize: 24) != end(2, rate: 0.5, batchSize: 24))
    #expect(try end(1, rate: 0.5, batchSize: 24) == end(1, rate: 0.5, batchSize: 24))
  }

  /// Copies of a trainer hold values of their own.
  @Test func aCopyOfATrainerIsACheckpoint() throws {
    let examples = try SmallDigits.load(24)
    var trainer = Trainer(
      Classifier(makeRegularizedModel()), optimizer: Adam(learningRate: 0.01).lookahead(every: 2), scalar: Float.self)
    try trainer.fit(examples, epochs: 1, batchSize: 7)
    var copy = trainer
    let saved = trainer.parameters
    try trainer.fit(examples, epochs: 2, batchSize: 7)
    #expect(copy.parameters.bitHash == saved.bitHash)
    #expect(trainer.parameters.bitHash != saved.bitHash)
    try copy.fit(examples, epochs: 2, batchSize: 7)
    #expect(copy.parameters.bitHash == trainer.parameters.bitHash)
  }
}

/// Different values without random numbers.
private struct Ramp: Initializer {
  func values(shape: Shape, stream: RandomStream) -> [Double] { (0..<shape.count).map { 0.01 * Double($0 % 7) } }
}
