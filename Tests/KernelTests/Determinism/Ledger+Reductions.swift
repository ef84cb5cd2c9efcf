import GlissadeNumerics

extension Ledger {
  /// Every reduction, from nothing to many chunks.
  mutating func addReductions<S: Scalar>(_ pool: NoisePool<S>) {
    let counts = [0, 1, 15, 16, 17, 63, 64, 65, 1_000, 16_383, 16_384, 16_385, 65_537, 70_001, 140_003, 262_147]
    for reduction in Reduction.allCases {
      let results = counts.map { count in
        pool.even.withUnsafeBufferPointer { values in
          guard let base = values.baseAddress else { return S.Accumulator.nan }
          return S.reduce(reduction, base + 3, base + 100_001, count: count)
        }
      }
      for (count, result) in zip(counts, results) { add([result], "\(reduction) of \(count) \(S.name)") }
    }
  }

  /// Softmax and its logarithm, by rows from one element to more than a thread's share.
  mutating func addSoftmax<S: Scalar>(_ pool: NoisePool<S>) {
    let shapes = [
      (1, 1), (3, 10), (7, 16), (5, 17), (5, 100), (2, 0), (128, 10), (3_001, 10), (80, 300), (600, 63), (17, 1_000),
      (3, 20_001),
    ]
    for (rows, columns) in shapes {
      for logarithm in [false, true] {
        var y = Array(pool.uneven[..<(rows * columns)])
        S.softmax(y, into: &y, rows: rows, columns: columns, logarithm: logarithm)
        add(y, "\(logarithm ? "log-softmax" : "softmax") of \(rows)×\(columns) \(S.name)")
      }
    }
  }
}
