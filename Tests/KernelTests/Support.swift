import GlissadeNumerics

/// Numbers that look random and are the same in every run.
struct Noise {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next(_ range: ClosedRange<Double> = -1...1) -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let unit = Double(state >> 11) * 0x1p-53
    return range.lowerBound + unit * (range.upperBound - range.lowerBound)
  }

  mutating func array<S: Scalar>(_ count: Int, in range: ClosedRange<Double> = -1...1) -> [S] {
    var doubles = [Double](repeating: 0, count: count)
    for i in 0..<count { doubles[i] = next(range) }
    return Self.rounded(doubles)
  }

  /// Numbers in another scalar type, rounded to Float on the way where that is narrower.
  static func rounded<S: Scalar>(_ values: [Double]) -> [S] {
    if let same = values as? [S] { return same }
    var floats = [Float](repeating: 0, count: values.count)
    for i in values.indices { floats[i] = Float(values[i]) }
    if let same = floats as? [S] { return same }
    var result = [S](repeating: 0, count: values.count)
    S.load(floats, into: &result, count: values.count)
    return result
  }
}

func apply<S: Scalar>(_ function: UnaryFunction, parameter: Double = 0.25, to x: [S]) -> [S] {
  var y = [S](repeating: 0, count: x.count)
  S.apply(function, parameter: parameter, to: x, into: &y, count: x.count)
  return y
}

func reduce<S: Scalar>(_ reduction: Reduction, _ a: [S], _ b: [S]) -> S.Accumulator {
  S.reduce(reduction, a, b, count: a.count)
}

/// The sets of this machine whose results must agree to the last bit.
var fusedSets: [KernelSet] { KernelSelection.current.available.filter(\.hasFusedMultiplyAdd) }
