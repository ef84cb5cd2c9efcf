import GlissadeNumerics

extension Ledger {
  /// Every function of one element, and its derivative, from one element to enough for several threads.
  mutating func addUnaryFunctions<S: Scalar>(_ pool: NoisePool<S>) {
    let counts = [1, 15, 16, 17, 100, 8_193, 33_001, 70_001]
    for x in [pool.special] + counts.map({ Array(pool.uneven[..<$0]) }) {
      let count = x.count
      let g = Array(pool.even[..<count])
      var y = x
      var dx = g
      for function in UnaryFunction.allCases {
        S.apply(function, parameter: 0.25, to: x, into: &y, count: count)
        add(y, "\(function) of \(count) \(S.name)")
        // The same cotangents, written and then added to.
        for accumulating in [false, true] {
          S.pullBack(
            function, parameter: 0.25, cotangent: g, input: x, output: y, into: &dx, accumulating: accumulating,
            count: count)
        }
        add(dx, "derivative of \(function) of \(count) \(S.name)")
      }
    }
  }

  /// Every function of two elements, and linear combinations.
  mutating func addBinaryFunctions<S: Scalar>(_ pool: NoisePool<S>) {
    for count in [1, 15, 16, 50, 8_193, 140_003] {
      let a = Array(pool.even[..<count])
      let b = Array(pool.even[1_000..<1_000 + count])
      var y = a
      for function in BinaryFunction.allCases {
        for (strideA, strideB) in [(1, 1), (0, 1), (1, 0), (0, 0)] {
          S.apply(function, a, stride: strideA, b, stride: strideB, into: &y, count: count)
          add(y, "\(function) of \(count) \(S.name), strides \(strideA), \(strideB)")
        }
      }
      for beta in [0, 0.7] {
        y = b
        S.combine(S.Accumulator(rounding: 0.3), a, S.Accumulator(rounding: beta), into: &y, count: count)
        add(y, "combine of \(count) \(S.name), β \(beta)")
      }
    }
  }
}
