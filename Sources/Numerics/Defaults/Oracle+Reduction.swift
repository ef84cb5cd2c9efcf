extension Oracle {
  @_specialize(where S == Dual<Float>)
  @_specialize(where S == Dual<Double>)
  package static func reduce<S: Scalar>(
    _ reduction: Reduction, _ a: UnsafePointer<S>, _ b: UnsafePointer<S>, count: Int
  ) -> S.Accumulator {
    var total: S.Accumulator = reduction == .maximum ? -.infinity : 0
    for i in 0..<count {
      let x = a[i].accumulator
      switch reduction {
      case .sum: total += x
      case .sumOfMagnitudes: total += x < 0 ? -x : x
      case .sumOfSquares: total += x * x
      case .dot: total += x * b[i].accumulator
      case .maximum: total = total.isNaN || x <= total ? total : x
      }
    }
    return total
  }

  @_specialize(where S == Dual<Float>)
  @_specialize(where S == Dual<Double>)
  package static func softmax<S: Scalar>(
    _ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, rows: Int, columns: Int, logarithm: Bool
  ) {
    for row in 0..<rows {
      let x = x + row * columns
      let y = y + row * columns
      let shift = reduce(.maximum, x, x, count: columns)
      var total: S.Accumulator = 0
      for j in 0..<columns { total += S.Accumulator.exp(x[j].accumulator - shift) }
      let logTotal = S.Accumulator.log(total)
      for j in 0..<columns {
        let shifted = x[j].accumulator - shift
        y[j] = S(accumulator: logarithm ? shifted - logTotal : S.Accumulator.exp(shifted) / total)
      }
    }
  }
}
