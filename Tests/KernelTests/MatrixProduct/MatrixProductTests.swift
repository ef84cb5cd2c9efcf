import GlissadeNumerics
import Testing

extension KernelTests {
  /// One product by every kernel set and by the oracle, with gaps between rows and guards around C.
  private func check<S: Scalar>(
    _ type: S.Type, _ rows: Int, _ columns: Int, _ depth: Int, transposes: (Bool, Bool), gap: Int, alpha: Double,
    beta: Double, tolerance: Double
  ) {
    var noise = Noise(UInt64(rows * 31 + columns * 7 + depth))
    let widthA = transposes.0 ? rows : depth
    let widthB = transposes.1 ? depth : columns
    let product = MatrixProduct(
      rows: rows, columns: columns, depth: depth, transposesA: transposes.0, transposesB: transposes.1,
      strideA: widthA + gap, strideB: widthB + gap, strideC: columns + gap)
    let a: [S] = noise.array((transposes.0 ? depth : rows) * (widthA + gap) + 1)
    let b: [S] = noise.array((transposes.1 ? columns : depth) * (widthB + gap) + 1)
    var start: [S] = noise.array(rows * (columns + gap) + 1)
    if beta == 0 {
      for i in 0..<rows { for j in 0..<columns { start[i * (columns + gap) + j] = .nan } }
    }
    var expected = start
    typealias Sum = S.Accumulator
    Oracle.multiply(product, Sum(rounding: alpha), a, b, Sum(rounding: beta), into: &expected)
    var results: [[S]] = []
    for set in KernelSelection.current.available {
      var c = start
      ActiveKernels.with(set) {
        S.multiply(product, Sum(rounding: alpha), a, b, Sum(rounding: beta), into: &c)
      }
      // Sets that agree are compared with the oracle once.
      if results.contains(where: { haveSameBits($0, c) }) { continue }
      results.append(c)
      var worst = 0.0
      for i in c.indices {
        let isInside = gap == 0 || i % (columns + gap) < columns
        if isInside && i < rows * (columns + gap) {
          worst = max(worst, abs(c[i].double - expected[i].double))
          if c[i].isNaN { worst = .infinity }
        } else if c[i] != expected[i] {
          worst = .infinity
        }
      }
      let name = "\(type) \(rows)×\(columns)×\(depth) \(transposes) gap \(gap) α \(alpha) β \(beta), \(set) kernels"
      #expect(worst <= tolerance * (1 + Double(depth).squareRoot()), "\(name): off by \(worst)")
    }
  }

  private func checkAll<S: Scalar>(_ type: S.Type, tolerance: Double) {
    let sizes = [
      (1, 1, 1), (1, 17, 5), (5, 1, 9), (3, 4, 0), (0, 4, 3), (4, 0, 3), (6, 16, 8), (7, 17, 9), (13, 33, 3),
      (32, 128, 64), (32, 10, 128), (65, 31, 40), (97, 50, 513), (20, 70, 1100), (3, 2100, 5),
      (70, 140, 30), (141, 131, 19),
    ]
    for (rows, columns, depth) in sizes {
      for transposes in [(false, false), (true, false), (false, true), (true, true)] {
        for (alpha, beta, gap) in [(1.0, 0.0, 0), (1, 1, 3), (-0.5, 0.75, 1)] {
          check(
            type, rows, columns, depth, transposes: transposes, gap: gap, alpha: alpha, beta: beta,
            tolerance: tolerance)
        }
      }
    }
  }

  @Test func floatProductsAgreeWithTheOracle() { checkAll(Float.self, tolerance: 2e-6) }

  @Test func doubleProductsAgreeWithTheOracle() { checkAll(Double.self, tolerance: 4e-15) }

  #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
    @Test func float16ProductsAgreeWithTheOracle() { checkAll(Float16.self, tolerance: 2e-3) }
  #endif

  @Test func bfloat16ProductsAgreeWithTheOracle() { checkAll(BFloat16.self, tolerance: 2e-2) }

  @Test func eachElementIsOneChainPerDepthBlock() {
    guard KernelSelection.current.chosen.hasFusedMultiplyAdd else { return }
    var noise = Noise(11)
    let depth = 1300
    let a: [Float] = noise.array(9 * depth)
    let b: [Float] = noise.array(depth * 21)
    var c = [Float](repeating: 0, count: 9 * 21)
    Float.multiply(MatrixProduct(rows: 9, columns: 21, depth: depth), 1, a, b, 0, into: &c)
    for i in 0..<9 {
      for j in 0..<21 {
        var total: Float = 0
        for start in stride(from: 0, to: depth, by: 512) {
          var block: Float = 0
          for k in start..<min(start + 512, depth) { block = block.addingProduct(a[i * depth + k], b[k * 21 + j]) }
          total = start == 0 ? block : total + block
        }
        #expect(c[i * 21 + j] == total)
      }
    }
  }
}
