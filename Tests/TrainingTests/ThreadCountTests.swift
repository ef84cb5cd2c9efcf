import GlissadeTraining
import Testing

@Suite struct ThreadCountTests {
  /// The number of threads changes the time of a run, not its bits. The layers are wide enough for work to be shared:
  /// 256 · 300 parameters are several pieces of the optimizer's pass, and the products are several tiles.
  @Test func threadCountChangesNoBit() throws {
    let before = ThreadPool.threadCount
    defer { ThreadPool.threadCount = before }
    let hashes = try [1, 2, 3].map { count in
      ThreadPool.threadCount = count
      return [try hash(Float.self), try hash(Double.self), try hash(BFloat16.self)]
    }
    #expect(hashes[0] == hashes[1])
    #expect(hashes[0] == hashes[2])
    #expect(Set(hashes[0]).count == 3)
  }

  private func hash<S: Scalar>(_ type: S.Type) throws -> String {
    let model = Sequential {
      Dense(64, 256)
      LayerNorm(256)
      GELU()
      Dropout(0.1)
      Dense(256, 300)
      ReLU()
      Dense(300, 10)
    }
    var trainer = Trainer(
      Classifier(model), optimizer: AdamW(learningRate: 0.01).clipped(toGlobalNorm: 0.5).lookahead(every: 2),
      scalar: S.self, seed: 12)
    try trainer.fit(SmallDigits.load(96), epochs: 2, batchSize: 64)
    return trainer.parameters.bitHash
  }
}
