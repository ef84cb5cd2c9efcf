extension Oracle {
  package static func update<S: Scalar>(
    _ step: AdamStep, _ w: UnsafeMutablePointer<S>, _ g: UnsafePointer<S>, _ mean: UnsafeMutablePointer<S.Accumulator>,
    _ meanSquare: UnsafeMutablePointer<S.Accumulator>, count: Int
  ) {
    for index in 0..<count {
      var weight = ScalarLane(value: w[index].accumulator)
      var (first, second) = (ScalarLane(value: mean[index]), ScalarLane(value: meanSquare[index]))
      step(&weight, ScalarLane(value: g[index].accumulator), &first, &second)
      w[index] = S(accumulator: weight.value)
      mean[index] = first.value
      meanSquare[index] = second.value
    }
  }
}
