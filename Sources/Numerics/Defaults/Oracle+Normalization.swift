extension Oracle {
  package static func pullBackSoftmax<S: Scalar>(
    cotangent g: UnsafePointer<S>, output y: UnsafePointer<S>, into dx: UnsafeMutablePointer<S>, accumulating: Bool,
    rows: Int, columns: Int, logarithm: Bool
  ) {
    for row in 0..<rows {
      let (g, y, dx) = (g + row * columns, y + row * columns, dx + row * columns)
      let total = S(accumulator: logarithm ? reduce(.sum, g, g, count: columns) : reduce(.dot, g, y, count: columns))
      for j in 0..<columns {
        let result = logarithm ? g[j] - S.exp(y[j]) * total : y[j] * (g[j] - total)
        dx[j] = accumulating ? dx[j] + result : result
      }
    }
  }

  package static func normalize<S: Scalar>(
    _ x: UnsafePointer<S>, _ rows: RowNormalization, gain: UnsafePointer<S>?, offset: UnsafePointer<S>?,
    into y: UnsafeMutablePointer<S>
  ) {
    let columns = rows.columns
    for row in 0..<rows.rows {
      let (x, y) = (x + row * columns, y + row * columns)
      let (mean, inverse) = statistics(x, rows)
      for j in 0..<columns {
        var result = (x[j] - mean) * inverse
        if let gain { result *= gain[j] }
        if let offset { result += offset[j] }
        y[j] = result
      }
    }
  }

  package static func pullBackNormalization<S: Scalar>(
    cotangent g: UnsafePointer<S>, input x: UnsafePointer<S>, _ rows: RowNormalization, gain: UnsafePointer<S>?,
    into dx: UnsafeMutablePointer<S>?, accumulating: Bool, gainSums: UnsafeMutablePointer<S>?,
    offsetSums: UnsafeMutablePointer<S>?
  ) {
    let columns = rows.columns
    gainSums?.update(repeating: 0, count: columns)
    offsetSums?.update(repeating: 0, count: columns)
    for row in 0..<rows.rows {
      let (g, x) = (g + row * columns, x + row * columns)
      let (mean, inverse) = statistics(x, rows)
      func scaled(_ j: Int) -> S { gain.map { g[j] * $0[j] } ?? g[j] }
      func normalized(_ j: Int) -> S { (x[j] - mean) * inverse }
      var (total, along) = (S.zero, S.zero)
      for j in 0..<columns {
        total += scaled(j)
        along += scaled(j) * normalized(j)
        if let gainSums { gainSums[j] += g[j] * normalized(j) }
        if let offsetSums { offsetSums[j] += g[j] }
      }
      guard let dx = dx.map({ $0 + row * columns }) else { continue }
      let share = S(1 / Double(columns))
      for j in 0..<columns {
        let result = (scaled(j) - total * share - normalized(j) * (along * share)) * inverse
        dx[j] = accumulating ? dx[j] + result : result
      }
    }
  }

  /// A row's mean and one over its deviation.
  private static func statistics<S: Scalar>(_ x: UnsafePointer<S>, _ rows: RowNormalization) -> (S, S) {
    let share = S(1 / Double(rows.columns))
    var mean = S.zero
    for j in 0..<rows.columns { mean += x[j] }
    mean *= share
    var squares = S.zero
    for j in 0..<rows.columns { squares += (x[j] - mean) * (x[j] - mean) }
    return (mean, 1 / (squares * share + S(rows.epsilon)).squareRoot())
  }
}
