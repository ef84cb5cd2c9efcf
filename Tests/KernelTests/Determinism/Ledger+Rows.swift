import GlissadeNumerics

extension Ledger {
  /// Standardization and softmax's pullback, by rows from one element to more than a thread's share.
  mutating func addFunctionsOfRows<S: Scalar>(_ pool: NoisePool<S>) where S.Accumulator == S {
    for (rows, columns) in [(1, 1), (7, 16), (5, 17), (128, 10), (3_001, 10), (80, 300), (600, 63), (3, 20_001)] {
      let count = rows * columns
      let (x, g) = (Array(pool.even[..<count]), Array(pool.even[500..<500 + count]))
      let normalization = RowNormalization(rows: rows, columns: columns, epsilon: 1e-3)
      var (y, dx) = (x, x)
      var (gainSums, offsetSums) = (Array(x[..<columns]), Array(x[..<columns]))
      x.withUnsafeBufferPointer { gain in
        S.normalize(x, normalization, gain: gain.baseAddress, offset: gain.baseAddress, into: &y)
        S.pullBackNormalization(
          cotangent: g, input: x, normalization, gain: gain.baseAddress, into: &dx, accumulating: true,
          gainSums: &gainSums, offsetSums: &offsetSums)
      }
      let name = "\(rows)×\(columns) \(S.name)"
      add(y, "standardization of \(name)")
      add(dx, "standardization's pullback of \(name)")
      add(gainSums + offsetSums, "standardization's sums of \(name)")
      for logarithm in [false, true] {
        S.pullBackSoftmax(
          cotangent: g, output: x, into: &dx, accumulating: logarithm, rows: rows, columns: columns,
          logarithm: logarithm)
        add(dx, "\(logarithm ? "log-softmax" : "softmax")'s pullback of \(name)")
      }
    }
  }

  /// Steps of cells and their pullbacks.
  mutating func addCells<S: Scalar>(_ pool: NoisePool<S>) where S.Accumulator == S {
    for cell in CellFunction.allCases {
      for (rows, width, gap) in [(1, 1, 0), (5, 17, 3), (3, 64, 0)] {
        let operands = CellOperands(cell: cell, rows: rows, width: width, gap: gap)
        add(
          operands.results(from: Array(pool.even[..<operands.count])), "\(cell) of \(rows)×\(width) \(S.name)")
      }
    }
  }
}
