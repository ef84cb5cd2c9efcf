import GlissadeNumerics
import Testing

/// Operands of functions of rows, and what is computed of them.
private struct RowOperands {
  let rows: Int
  let columns: Int
  let x: [Double]
  let g: [Double]
  let gain: [Double]
  let offset: [Double]

  init(_ rows: Int, _ columns: Int) {
    var noise = Noise(UInt64(rows + 31 * columns))
    self.rows = rows
    self.columns = columns
    x = noise.array(rows * columns, in: -3...5)
    g = noise.array(rows * columns)
    gain = noise.array(columns)
    offset = noise.array(columns)
  }

  /// Results of standardization and its pullback, with and without gain and offset, and of softmax's pullbacks, in a type
  /// that has kernels or in one that leaves all to the defaults.
  func results<S: Scalar>(_ type: S.Type) -> [[Double]] {
    let normalization = RowNormalization(rows: rows, columns: columns, epsilon: 1e-3)
    let (x, g, gain, offset) = (x.map { S($0) }, g.map { S($0) }, gain.map { S($0) }, offset.map { S($0) })
    var results: [[S]] = []
    for isFull in [false, true] {
      var (y, dx) = (x, g)
      var (gainSums, offsetSums) = (gain, offset)
      gain.withUnsafeBufferPointer { gain in
        offset.withUnsafeBufferPointer { offset in
          let (gain, offset) = isFull ? (gain.baseAddress, offset.baseAddress) : (nil, nil)
          S.normalize(x, normalization, gain: gain, offset: offset, into: &y)
          S.pullBackNormalization(
            cotangent: g, input: x, normalization, gain: gain, into: &dx, accumulating: isFull, gainSums: &gainSums,
            offsetSums: &offsetSums)
        }
      }
      results += [y, dx, gainSums, offsetSums]
      for accumulating in [false, true] {
        S.pullBackSoftmax(
          cotangent: g, output: x, into: &dx, accumulating: accumulating, rows: rows, columns: columns,
          logarithm: isFull)
      }
      results.append(dx)
    }
    return results.map { $0.map(\.double) }
  }
}

extension KernelTests {
  @Test(arguments: [(1, 1), (3, 5), (2, 16), (4, 33), (70, 128), (9, 1_000), (300, 65)])
  func functionsOfRowsAgreeWithTheOracle(_ rows: Int, _ columns: Int) {
    let operands = RowOperands(rows, columns)
    // A dual number has no kernels: what it computes with is the oracle.
    let expected = operands.results(Dual<Double>.self)
    for set in KernelSelection.current.available {
      ActiveKernels.with(set) {
        check(operands.results(Double.self), expected, tolerance: 1e-12, "Double \(rows)×\(columns), \(set)")
        check(operands.results(Float.self), expected, tolerance: 1e-4, "Float \(rows)×\(columns), \(set)")
      }
    }
  }

  /// Within a tolerance of the largest number of each result.
  func check(_ results: [[Double]], _ expected: [[Double]], tolerance: Double, _ name: String) {
    for (index, (result, exact)) in zip(results, expected).enumerated() {
      let scale = exact.reduce(1) { max($0, abs($1)) }
      let worst = zip(result, exact).reduce(0) { max($0, abs($1.0 - $1.1)) }
      #expect(worst <= tolerance * scale, "result \(index) of \(name) is off by \(worst) of \(scale)")
    }
    #expect(results.count == expected.count)
  }
}
