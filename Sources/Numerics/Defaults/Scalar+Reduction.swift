extension Scalar {
  public static func reduce(
    _ reduction: Reduction, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>, count: Int
  ) -> Accumulator {
    var total: Accumulator = reduction == .maximum ? -.infinity : 0
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

  public static func softmax(
    _ x: UnsafePointer<Self>, into y: UnsafeMutablePointer<Self>, rows: Int, columns: Int, logarithm: Bool
  ) {
    for row in 0..<rows {
      let x = x + row * columns
      let y = y + row * columns
      let shift = reduce(.maximum, x, x, count: columns)
      var total: Accumulator = 0
      for j in 0..<columns { total += Accumulator.exp(x[j].accumulator - shift) }
      let logTotal = Accumulator.log(total)
      for j in 0..<columns {
        let shifted = x[j].accumulator - shift
        y[j] = Self(accumulator: logarithm ? shifted - logTotal : Accumulator.exp(shifted) / total)
      }
    }
  }
}
