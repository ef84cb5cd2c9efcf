import GlissadeNumerics

// Next to multiples of the tiles' rows (4, 6, 14) and columns (8 to 32).
private let tileRows = [1, 2, 5, 6, 7, 8, 13, 14, 15, 17, 29, 43]
private let tileColumns = [1, 7, 8, 9, 10, 15, 16, 17, 31, 32, 33, 65]
// Next to the depth of a block. As many as have no divisor in common with the transpositions and the scales.
private let depths = [1, 7, 31, 64, 255, 256, 257, 300, 513]
// Enough for two threads and more; vectors, thin matrices, and past the blocks in which narrow types are widened.
private let large = [
  (130, 100, 256), (127, 129, 257), (97, 65, 513), (1, 4_097, 257), (4_097, 1, 257), (10, 900, 257), (900, 10, 257),
  (61, 600, 70), (520, 1_030, 5), (110, 75, 260), (75, 110, 260), (61, 70, 600),
]
private let scales: [(alpha: Double, beta: Double, gap: Int)] = [
  (1, 0, 0), (1, 1, 3), (-0.5, 0.75, 1), (0.3, 0, 2), (0, 0.7, 0),
]

extension Ledger {
  /// Products of many shapes; depths, scales and gaps take turns.
  mutating func addProducts<S: Scalar>(_ pool: NoisePool<S>) {
    var turn = 0
    func next() -> (depth: Int, alpha: Double, beta: Double, gap: Int) {
      turn += 1
      let (alpha, beta, gap) = scales[turn % scales.count]
      return (depths[turn % depths.count], alpha, beta, gap)
    }
    for rows in tileRows {
      for columns in tileColumns {
        for transposes in 0..<4 {
          let (depth, alpha, beta, gap) = next()
          addProduct(pool, rows, columns, depth, transposes, alpha, beta, gap)
        }
      }
    }
    for (rows, columns, depth) in large {
      let (_, alpha, beta, gap) = next()
      addProduct(pool, rows, columns, depth, turn % 4, alpha, beta, gap)
    }
    // All transpositions, scales and gaps of one product that is just large enough to be shared.
    for transposes in 0..<4 {
      for (alpha, beta, gap) in scales { addProduct(pool, 83, 52, 257, transposes, alpha, beta, gap) }
    }
  }

  private mutating func addProduct<S: Scalar>(
    _ pool: NoisePool<S>, _ rows: Int, _ columns: Int, _ depth: Int, _ transposes: Int, _ alpha: Double,
    _ beta: Double, _ gap: Int
  ) {
    let (transposesA, transposesB) = (transposes & 1 != 0, transposes & 2 != 0)
    let product = MatrixProduct(
      rows: rows, columns: columns, depth: depth, transposesA: transposesA, transposesB: transposesB,
      strideA: (transposesA ? rows : depth) + gap, strideB: (transposesB ? depth : columns) + gap,
      strideC: columns + gap)
    let startB = 40_001
    let elementsA = (transposesA ? depth : rows) * product.strideA
    let elementsB = (transposesB ? columns : depth) * product.strideB
    precondition(max(1 + elementsA, startB + elementsB) <= pool.even.count, "\(product) needs a larger pool of noise")
    // What is between the rows of C is part of the result: nobody may write there.
    var c = Array(pool.even[5..<5 + rows * product.strideC])
    pool.even.withUnsafeBufferPointer { values in
      guard let base = values.baseAddress else { return }
      S.multiply(
        product, S.Accumulator(rounding: alpha), base + 1, base + startB, S.Accumulator(rounding: beta), into: &c)
    }
    let letters = (transposesA ? "t" : "n") + (transposesB ? "t" : "n")
    add(c, "\(rows)×\(columns)×\(depth) \(letters) \(S.name), α \(alpha), β \(beta), gap \(gap)")
  }
}
