import GlissadeNumerics
import Testing

extension KernelTests {
  /// A row (or column) of a product of five, and the product of that row (or column) alone: the same bits.
  private func check<S: Scalar>(
    _ pool: NoisePool<S>, _ count: Int, _ depth: Int, transposes: (Bool, Bool), gap: Int, isColumn: Bool,
    alpha: Double, beta: Double, epilogue: (bias: Bool, rectifies: Bool)
  ) {
    let (rows, columns) = isColumn ? (count, 5) : (5, count)
    var product = MatrixProduct(
      rows: rows, columns: columns, depth: depth, transposesA: transposes.0, transposesB: transposes.1,
      strideA: (transposes.0 ? rows : depth) + gap, strideB: (transposes.1 ? depth : columns) + gap,
      strideC: columns + gap)
    func cut(_ count: Int, from start: Int) -> [S] { Array(pool.even[start..<start + count]) }
    let a = cut((transposes.0 ? depth : rows) * product.strideA, from: count)
    let b = cut((transposes.1 ? columns : depth) * product.strideB, from: 300_000 + depth)
    let bias = cut(columns, from: 1)
    let start = cut(rows * product.strideC, from: 20_000)
    typealias Sum = S.Accumulator
    for set in KernelSelection.current.available {
      ActiveKernels.with(set) {
        var together = start
        bias.withUnsafeBufferPointer { bias in
          let bias = epilogue.bias ? bias.baseAddress : nil
          S.multiply(
            product, Sum(rounding: alpha), a, b, Sum(rounding: beta), into: &together,
            ProductEpilogue(bias: bias, rectifies: epilogue.rectifies))
        }
        product.rows = isColumn ? rows : 1
        product.columns = isColumn ? 1 : columns
        let (placeA, placeB) = product.places(batch: 0, row: isColumn ? 0 : 3, column: isColumn ? 3 : 0)
        let placeC = isColumn ? 3 : 3 * product.strideC
        for threads in [1, 3] {
          var alone = start
          withThreads(threads) {
            a.withUnsafeBufferPointer { a in
              b.withUnsafeBufferPointer { b in
                bias.withUnsafeBufferPointer { bias in
                  alone.withUnsafeMutableBufferPointer { c in
                    S.multiply(
                      product, Sum(rounding: alpha), a.baseAddress! + placeA, b.baseAddress! + placeB,
                      Sum(rounding: beta), into: c.baseAddress! + placeC,
                      ProductEpilogue(
                        bias: epilogue.bias ? bias.baseAddress! + (isColumn ? 3 : 0) : nil,
                        rectifies: epilogue.rectifies))
                  }
                }
              }
            }
          }
          // What else is in C must be as it was.
          var expected = start
          for i in 0..<count {
            let place = placeC + (isColumn ? i * product.strideC : i)
            expected[place] = together[place]
          }
          let name = "\(count)×\(depth) \(transposes) gap \(gap) α \(alpha) β \(beta) \(epilogue)"
          #expect(
            haveSameBits(alone, expected),
            "\(S.self) \(isColumn ? "column" : "row") of \(name), \(set) kernels, \(threads) threads")
        }
        product.rows = rows
        product.columns = columns
      }
    }
  }

  private func checkRows<S: Scalar>(_ pool: NoisePool<S>) {
    var turn = 0
    for count in [1, 15, 16, 17, 31, 33, 40, 71, 130, 515] {
      for depth in [1, 3, 8, 15, 16, 37, 512, 513, 1100] {
        for transposes in [(false, false), (true, false), (false, true), (true, true)] {
          turn += 1
          let (alpha, beta) = [(1.0, 0.0), (1, 1), (-0.5, 0.75)][turn % 3]
          check(
            pool, count, depth, transposes: transposes, gap: turn % 2, isColumn: turn / 2 % 2 == 0, alpha: alpha,
            beta: beta, epilogue: (turn % 5 < 2, turn % 7 < 3))
        }
      }
    }
    // Wider than a piece of the sums, and shared by threads.
    for (count, depth) in [(4_200, 70), (8_205, 33)] {
      for transposes in [(false, false), (false, true), (true, false), (true, true)] {
        for isColumn in [false, true] {
          check(
            pool, count, depth, transposes: transposes, gap: 3, isColumn: isColumn, alpha: 0.3, beta: 1,
            epilogue: (false, false))
        }
      }
    }
  }

  @Test func aRowHasTheSameBitsAlone() {
    checkRows(NoisePool<Float>())
    checkRows(NoisePool<Double>())
  }
}
