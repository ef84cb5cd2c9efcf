import GlissadeNumerics
import Testing

extension KernelTests {
  private func check<S: Scalar>(_ type: S.Type, tolerance: Double) {
    var noise = Noise(17)
    for reduction in Reduction.allCases {
      for count in [0, 1, 15, 16, 17, 64, 65, 1000, 16_384, 16_385, 70_001] {
        let a: [S] = noise.array(count)
        let b: [S] = noise.array(count)
        let wideA = a.map(\.double)
        let wideB = b.map(\.double)
        let exact = Oracle.reduce(reduction, wideA, wideB, count: count)
        let limit =
          reduction == .maximum ? 0 : tolerance * (1 + Oracle.reduce(.sumOfMagnitudes, wideA, wideA, count: count))
        var results: [S.Accumulator] = []
        for threads in [1, 2, 3] { withThreads(threads) { results.append(reduce(reduction, a, b)) } }
        let result = results[0].double
        #expect(result == exact || abs(result - exact) <= limit, "\(type) \(reduction) of \(count)")
        #expect(results.allSatisfy { $0 == results[0] }, "\(type) \(reduction) of \(count) on 1, 2 and 3 threads")
      }
    }
  }

  @Test func reductionsAgreeWithTheOracle() {
    for set in KernelSelection.current.available {
      ActiveKernels.with(set) {
        check(Float.self, tolerance: 1e-6)
        check(Double.self, tolerance: 1e-14)
      }
    }
    check(BFloat16.self, tolerance: 1e-6)
  }

  @Test func maximumKeepsNaNWhereverItIs() {
    for count in [1, 3, 16, 70, 40_000] {
      for place in [0, count / 2, count - 1] {
        var a = [Float](repeating: 1, count: count)
        a[place] = .nan
        #expect(reduce(.maximum, a, a).isNaN)
        a[place] = .infinity
        #expect(reduce(.maximum, a, a) == .infinity)
      }
    }
    #expect(reduce(.maximum, [Float](), []) == -.infinity)
  }

  @Test func softmaxAgreesWithTheOracle() {
    var noise = Noise(4)
    for (rows, columns) in [(1, 1), (3, 10), (7, 16), (5, 100), (40, 300), (2, 0)] {
      let x: [Double] = noise.array(rows * columns, in: -30...30)
      for logarithm in [false, true] {
        var exact = x
        Oracle.softmax(x, into: &exact, rows: rows, columns: columns, logarithm: logarithm)
        var y = x
        Double.softmax(x, into: &y, rows: rows, columns: columns, logarithm: logarithm)
        for i in x.indices { #expect(abs(y[i] - exact[i]) <= 2e-14 * max(1, abs(exact[i]))) }
        let narrow = x.map(Float.init)
        var z = narrow
        Float.softmax(narrow, into: &z, rows: rows, columns: columns, logarithm: logarithm)
        for i in x.indices { #expect(abs(Double(z[i]) - exact[i]) <= 4e-6 * max(1, abs(exact[i]))) }
      }
    }
  }
}
