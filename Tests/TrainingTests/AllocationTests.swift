import GlissadeTraining
import Testing

@Suite struct AllocationTests {
  @Test(arguments: ScalarKind.allCases)
  func stepsInSteadyStateAllocateNothing(_ kind: ScalarKind) throws {
    try check(makeDigitsModel(), Adam(), kind.type)
    try check(makeRegularizedModel(), SGD(momentum: 0.9), kind.type)
  }

  /// Wrapped optimizers and attention.
  @Test func compositionsToo() throws {
    let optimizer = AdamW().clipped(toGlobalNorm: 0.1).lookahead(every: 2).scheduled(.warmup(steps: 10))
    try check(makeRegularizedModel(), optimizer, Float.self)
    try check(
      Sequential {
        Rows()
        MultiHeadAttention(width: 8, heads: 2, isCausal: true)
        Flatten()
        Dropout(0.1)
        Dense(64, 10)
      }, optimizer, Float.self)
  }

  /// Recurrent layers and transformer blocks.
  @Test(arguments: ScalarKind.allCases)
  func sequencesToo(_ kind: ScalarKind) throws {
    for cell in [RecurrentCell.elman(rectified: false), .gated, .longShortTerm] {
      try check(
        Sequential {
          Rows()
          Recurrent(cell, 8, hidden: 8, layers: 2, bidirectional: true, batchFirst: true)
          Dense(16, 8)
          Flatten()
          Dense(64, 10)
        }, Adam(), kind.type)
    }
    try check(
      Sequential {
        Rows()
        TransformerBlock(width: 8, heads: 2, hidden: 16, isCausal: true, bias: false)
        Flatten()
        Dense(64, 10)
      }, Adam(), kind.type)
  }

  private func check<S: Scalar>(_ model: some Layer, _ optimizer: some Optimizer, _ type: S.Type) throws {
    let examples = try SmallDigits.load(24)
    var trainer = Trainer(Classifier(model), optimizer: optimizer, scalar: S.self)
    var after: [StoragePool.Statistics] = []
    for step in 0..<20 {
      let indices = (0..<6).map { ($0 + 5 * step) % 24 }
      try trainer.step(on: Batch(examples, indices: indices[...]))
      after.append(trainer.pool.statistics)
    }
    #expect(after[0].allocations > 0)
    #expect(after[19].allocations == after[2].allocations)
    #expect(after[19].bytes == after[2].bytes)
    // The pool is what steps take their memory from.
    #expect(after[19].requests - after[18].requests > 5)
    // Another batch size needs other blocks: the count can change.
    try trainer.step(on: Batch(examples, indices: [1, 2, 3]))
    #expect(trainer.pool.statistics.allocations > after[19].allocations)
  }
}
