import GlissadeNumerics
import Testing

// As many of each as have no divisor in common, so that taking turns meets every combination. α and β are never both
// negative: what zeros would then add up to has a sign that depends on the blocks along the depth.
private let scales: [(alpha: Float, beta: Float)] = [
  (1, 0), (1, 1), (-0.5, 0.75), (2, 0), (0, 0.5), (-1, 1), (0.25, 2),
]
private let epilogues = [(false, false), (true, false), (false, true), (true, true), (false, false)]
private let gaps = [(0, 0, 0), (3, 0, 1), (0, 5, 2)]

extension KernelTests {
  /// Computes an exact product in all scalar types.
  private func check(_ product: MatrixProduct, turn: Int) {
    let (alpha, beta) = scales[turn % scales.count]
    let (hasBias, rectifies) = epilogues[turn % epilogues.count]
    check(ExactProduct(product, alpha: alpha, beta: beta, hasBias: hasBias, rectifies: rectifies))
  }

  private func check(_ exact: ExactProduct) {
    let product = exact.product
    // Less work than this is not shared; a row's product takes four times as long.
    let isRow = product.rows == 1 || product.columns == 1
    let isShared = product.rows * product.columns * product.depth * product.batches * (isRow ? 4 : 1) >= 1 << 18
    let threads = isShared ? [1, 2, 3] : [1]
    var failures = [exact.failure(in: Float.self, on: threads), exact.failure(in: Double.self, on: threads)]
    #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
      failures.append(exact.failure(in: Float16.self, on: threads))
    #endif
    failures.append(exact.failure(in: BFloat16.self, on: threads))
    for failure in failures { #expect(failure == nil) }
  }

  /// A product whose transpositions and gaps are those of a turn.
  private func product(_ rows: Int, _ columns: Int, _ depth: Int, turn: Int, batches: Int = 1) -> MatrixProduct {
    let (transposesA, transposesB) = (turn & 1 != 0, turn & 2 != 0)
    let (gapA, gapB, gapC) = gaps[turn % gaps.count]
    return MatrixProduct(
      rows: rows, columns: columns, depth: depth, transposesA: transposesA, transposesB: transposesB,
      strideA: (transposesA ? rows : depth) + gapA, strideB: (transposesB ? depth : columns) + gapB,
      strideC: columns + gapC, batches: batches)
  }

  @Test func productsAroundTheSizesOfTilesAreExact() {
    var turn = 0
    for rows in 1...30 {
      // Every width up to two tiles, half of them for each height.
      for columns in stride(from: 1 + rows % 2, through: 70, by: 2) {
        turn += 1
        check(product(rows, columns, 1 + turn % 9, turn: turn), turn: turn)
      }
    }
  }

  @Test func productsAroundTheSizesOfBlocksAreExact() {
    // Next to where A is packed (past 256 columns), where B is, and where sums along the depth begin anew; past a block's
    // columns, where A is kept packed; several small blocks of a transposed B, and the rows up to which they are small;
    // and, where blocks of B have a megabyte, past the rows that are kept. Few columns over whole tiles, past a depth of
    // 64. Rows and columns that threads share.
    let shapes = [
      (3, 127, 513), (4, 128, 512), (5, 129, 511), (15, 128, 1_025), (14, 130, 512), (13, 161, 513), (63, 33, 512),
      (64, 33, 513), (65, 31, 511), (66, 32, 512), (64, 129, 65), (65, 128, 64), (65, 129, 513), (29, 40, 1_025),
      (1, 2_049, 5), (2_049, 1, 5), (5, 4_500, 9), (1, 1, 1_025), (257, 9, 513), (530, 1_030, 3),
      (29, 1_100, 1_030), (4_110, 530, 3), (70, 2_100, 515), (29, 133, 64), (28, 166, 70), (14, 135, 513),
      (15, 641, 66), (14, 135, 1_100), (6, 131, 70), (1, 515, 300), (603, 1, 257), (1, 1_300, 530),
      (3, 255, 513), (15, 256, 1_025), (5, 257, 511), (14, 258, 512), (65, 257, 513), (29, 261, 64), (28, 295, 70),
      (14, 263, 1_100), (6, 259, 70), (256, 300, 40), (257, 300, 40), (4, 70, 31), (5, 75, 33), (6, 65, 63),
      (7, 67, 65), (14, 97, 47), (15, 99, 529), (2, 300, 531), (8, 290, 257),
    ]
    for (i, (rows, columns, depth)) in shapes.enumerated() {
      check(product(rows, columns, depth, turn: i), turn: i)
      check(product(rows, columns, depth, turn: i + 2), turn: i + 3)
    }
  }

  @Test func scalesAndEpiloguesCombine() {
    for depth in [0, 1, 9, 513] {
      for (rows, columns) in [(7, 37), (5, 3), (1, 1), (15, 16)] {
        for (alpha, beta) in scales {
          for (hasBias, rectifies) in epilogues.dropLast() {
            let product = product(rows, columns, depth, turn: depth + columns)
            check(ExactProduct(product, alpha: alpha, beta: beta, hasBias: hasBias, rectifies: rectifies))
          }
        }
      }
    }
  }

  @Test func batchesAreTheirProducts() {
    // The second becomes worth sharing as the batch grows; the third is so alone.
    for (rows, columns, depth) in [(5, 7, 9), (17, 33, 300), (40, 70, 200), (3, 2, 0)] {
      for batches in 0...8 {
        check(product(rows, columns, depth, turn: batches, batches: batches), turn: batches)
        var apart = product(rows, columns, depth, turn: batches + 1, batches: batches)
        apart.batchStrides.a += 13
        apart.batchStrides.c += 5
        // One B for all.
        apart.batchStrides.b = batches % 2 == 0 ? 0 : apart.batchStrides.b + 1
        if batches > 2 { check(apart, turn: batches + 1) }
      }
    }
  }

  @Test func productsOfNoElementsWriteNothing() {
    for (rows, columns, depth) in [(0, 5, 3), (5, 0, 3), (0, 0, 0), (0, 3, 0)] {
      for batches in [0, 1, 3] {
        check(ExactProduct(MatrixProduct(rows: rows, columns: columns, depth: depth, batches: batches), beta: 1))
      }
    }
  }
}
