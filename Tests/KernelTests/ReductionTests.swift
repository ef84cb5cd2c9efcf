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

  /// Whether a row is one of many or alone, and whatever stands in the others.
  @Test func softmaxOfRowsTogetherHasTheBitsOfRowsAlone() {
    for set in KernelSelection.current.available {
      ActiveKernels.with(set) {
        checkRows(Float.self)
        checkRows(Double.self)
      }
    }
  }

  private func checkRows<S: Scalar>(_ type: S.Type) {
    var noise = Noise(5)
    for columns in 1...17 {
      for rows in [8, 15, 16, 17, 40] {
        var x: [S] = noise.array(rows * columns, in: -30...30)
        x[columns / 2] = -.infinity
        x[min(2, rows - 1) * columns] = .nan
        for logarithm in [false, true] {
          var together = x
          S.softmax(x, into: &together, rows: rows, columns: columns, logarithm: logarithm)
          for row in 0..<rows {
            let alone = Array(x[row * columns..<(row + 1) * columns])
            var expected = alone
            S.softmax(alone, into: &expected, rows: 1, columns: columns, logarithm: logarithm)
            let same = zip(together[row * columns..<(row + 1) * columns], expected).allSatisfy {
              $0.isNaN ? $1.isNaN : $0 == $1 && $0.sign == $1.sign
            }
            #expect(same, "row \(row) of \(rows), \(columns) columns of \(S.self)")
          }
        }
      }
    }
  }

  private func softmax<S: Scalar>(_ x: [S]) -> [S] {
    var y = x
    S.softmax(x, into: &y, rows: 1, columns: x.count, logarithm: false)
    return y
  }

  private func countNaN<S: Scalar>(_ x: [S]) -> Int { x.filter { $0.isNaN }.count }

  private func checkExtremes<S: Scalar>(_ type: S.Type, width: Int, least: Double, _ name: String) {
    for count in [3, width, width + 3, 4 * width, 4 * width + 5] {
      for place in [0, count / 2, count - 1] {
        var x = [S](repeating: S(rounding: 1), count: count)
        x[place] = -.infinity
        #expect(softmax(x)[place] == 0 && countNaN(softmax(x)) == 0, "\(name) with −∞ of \(count)")
        for extreme in [S.nan, .infinity] {
          x[place] = extreme
          #expect(countNaN(softmax(x)) == count, "\(name) with \(extreme) of \(count)")
        }
        // From 0.7 of the least normal number down everything is zero; above, nothing is.
        for (offset, isZero) in [(least + 0.2, false), (least - 0.8, true), (4 * least, true)] {
          x = [S](repeating: S(rounding: offset), count: count)
          x[place] = 0
          let y = softmax(x)
          for i in 0..<count where i != place {
            #expect((y[i] == 0) == isZero, "\(name) of e^\(offset) among \(count) is \(y[i])")
          }
          #expect(y[place] == S(rounding: 1))
        }
      }
    }
    #expect(countNaN(softmax([S](repeating: -.infinity, count: 5))) == 5)
  }

  @Test func softmaxOfExtremes() {
    for set in KernelSelection.current.available {
      ActiveKernels.with(set) {
        checkExtremes(Float.self, width: 16, least: -87.6, "Float, \(set)")
        checkExtremes(Double.self, width: 8, least: -708.7, "Double, \(set)")
      }
    }
  }
}
