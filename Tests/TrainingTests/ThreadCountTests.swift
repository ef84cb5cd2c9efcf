import GlissadeTraining
import Testing

@Suite struct ThreadCountTests {
  /// The number of threads changes the time of a run, not its bits. The layers are wide enough for work to be shared:
  /// 256 · 300 parameters are several pieces of the optimizer's pass, and the products are several tiles.
  @Test func threadCountChangesNoBit() throws {
    try expectSameBits(
      Sequential {
        Dense(64, 256)
        LayerNorm(256)
        GELU()
        Dropout(0.1)
        Dense(256, 300)
        ReLU()
        Dense(300, 10)
      })
  }

  /// The work of all 64 sequences is enough to be shared out, in recurrent layers and in attention.
  @Test func orInSequences() throws {
    try expectSameBits(
      Sequential {
        Rows()
        Recurrent.lstm(8, hidden: 32, bidirectional: true, batchFirst: true)
        Recurrent.gru(64, hidden: 32, batchFirst: true)
        TransformerBlock(width: 32, heads: 2, hidden: 64, isCausal: true)
        Flatten()
        Dense(256, 10)
      })
  }

  private func expectSameBits(_ model: some Layer) throws {
    let before = ThreadPool.threadCount
    defer { ThreadPool.threadCount = before }
    let hashes = try [1, 2, 3].map { count in
      ThreadPool.threadCount = count
      return [try hash(model, Float.self), try hash(model, Double.self), try hash(model, BFloat16.self)]
    }
    #expect(hashes[0] == hashes[1])
    #expect(hashes[0] == hashes[2])
    #expect(Set(hashes[0]).count == 3)
  }

  private func hash<S: Scalar>(_ model: some Layer, _ type: S.Type) throws -> String {
    var trainer = Trainer(
      Classifier(model), optimizer: AdamW(learningRate: 0.01).clipped(toGlobalNorm: 0.5).lookahead(every: 2),
      scalar: S.self, seed: 12)
    try trainer.fit(SmallDigits.load(96), epochs: 2, batchSize: 64)
    return trainer.parameters.bitHash
  }
}
