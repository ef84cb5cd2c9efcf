import Foundation
import GlissadeNumerics
import Testing

extension KernelTests {
  private static let specials: [Double] = [
    0, -0.0, .infinity, -.infinity, .nan, 1, -1, 1e-40, -1e-40, 1e-300, 1e30, -1e30, 88.7, 88.8, 89, -87.4, -100,
    -103.9, -104.5, -110, 709.7, 709.9, -708, -740, -745.1, -746, 0.9999, 1.0001, 4.1, -6.1, 20, -20,
  ]

  private func reference(_ function: UnaryFunction, _ x: Double) -> Double {
    switch function {
    case .exp: Foundation.exp(x)
    case .log: Foundation.log(x)
    case .tanh: Foundation.tanh(x)
    case .sigmoid: x < 0 ? Foundation.exp(x) / (1 + Foundation.exp(x)) : 1 / (1 + Foundation.exp(-x))
    case .erf: Foundation.erf(x)
    case .softplus: max(x, 0) + Foundation.log1p(Foundation.exp(-abs(x)))
    case .silu: x * reference(.sigmoid, x)
    case .gelu: x * (0.5 * (1 + Foundation.erf(x * 0.5.squareRoot())))
    default: function.value(at: x, parameter: 0.25)
    }
  }

  private func samples(_ function: UnaryFunction, from low: Double, to high: Double) -> [Double] {
    var noise = Noise(UInt64(function.rawValue) + 1)
    var x = Self.specials
    for _ in 0..<20_000 { x.append(noise.next(low...high)) }
    for _ in 0..<5_000 { x.append(noise.next(-1.2...1.2)) }
    for _ in 0..<5_000 { x.append(Foundation.exp(noise.next(-80...80))) }
    // Where the sigmoid is subnormal it has few digits, and x times it no more.
    return function == .silu ? x.filter { !($0 < -87) } : x
  }

  // Where the definition itself cancels, the error is bounded in absolute terms instead.
  private static let limits: [(UnaryFunction, float: Double, double: Double)] = [
    (.exp, 1, 1.5), (.log, 1, 1.5), (.tanh, 2.1, 3), (.sigmoid, 2, 3), (.erf, 2, 3), (.softplus, 2, 3), (.silu, 3, 4),
    (.negate, 0, 0), (.absolute, 0, 0), (.square, 0.5, 0), (.squareRoot, 0.5, 0), (.reciprocal, 0.5, 0), (.relu, 0, 0),
    (.leakyReLU, 0.5, 0),
  ]

  @Test func functionsAreWithinTheirErrorBounds() {
    for (function, floatLimit, doubleLimit) in Self.limits {
      let x = samples(function, from: -110, to: 95)
      let narrow = x.map(Float.init)
      var worst = (error: 0.0, x: 0.0)
      for (x, y) in zip(narrow, apply(function, to: narrow)) {
        let error = ulps(y, reference(function, Double(x)))
        if error > worst.error { worst = (error, Double(x)) }
      }
      #expect(worst.error <= floatLimit, "\(function) of Float is \(worst.error) ulp off at \(worst.x)")
      let wide = x + samples(function, from: -750, to: 715)
      var wideWorst = (error: 0.0, x: 0.0)
      for (x, y) in zip(wide, apply(function, to: wide)) {
        let error = ulps(y, reference(function, x))
        if error > wideWorst.error { wideWorst = (error, x) }
      }
      #expect(wideWorst.error <= doubleLimit, "\(function) of Double is \(wideWorst.error) ulp off at \(wideWorst.x)")
    }
  }

  @Test func geluIsFiniteAndAccurateInAbsoluteTerms() {
    let x = samples(.gelu, from: -30, to: 30).filter(\.isFinite)
    for (x, y) in zip(x, apply(.gelu, to: x)) {
      #expect(abs(y - reference(.gelu, x)) <= 4e-16 * max(1, abs(x)))
    }
    let narrow = x.map(Float.init)
    for (x, y) in zip(narrow, apply(.gelu, to: narrow)) {
      #expect(abs(Double(y) - reference(.gelu, Double(x))) <= 2e-7 * max(1, abs(Double(x))))
    }
  }

  @Test func signsOfZeroAndNaNSurvive() {
    for function in [UnaryFunction.tanh, .erf, .relu, .negate, .squareRoot] {
      let y: [Float] = apply(function, to: [-0.0, 0.0, .nan])
      #expect((y[0].sign == .minus) == (function != .negate))
      #expect((y[1].sign == .minus) == (function == .negate))
      #expect(y[2].isNaN)
    }
  }

  @Test func oneElementAndManyGiveTheSameBits() {
    var noise = Noise(3)
    let x: [Float] = noise.array(37, in: -5...5)
    for function in UnaryFunction.allCases {
      let many = apply(function, to: x)
      for i in x.indices { #expect(apply(function, to: [x[i]])[0].bitPattern == many[i].bitPattern || many[i].isNaN) }
    }
    #expect(Float.exp(x[0]) == apply(.exp, to: x)[0])
  }

  private func checkPullBacks<S: Scalar>(_ type: S.Type, tolerance: Double) {
    var noise = Noise(9)
    for function in UnaryFunction.allCases {
      for count in [1, 15, 16, 100] {
        let isPositive = function == .log || function == .squareRoot || function == .reciprocal
        let x: [S] = noise.array(count, in: isPositive ? 0.1...4 : -4...4)
        let y = apply(function, to: x)
        let g: [S] = noise.array(count)
        let start: [S] = noise.array(count)
        for accumulating in [false, true] {
          var expected = start
          var dx = start
          Oracle.pullBack(
            function, parameter: 0.25, cotangent: g, input: x, output: y, into: &expected, accumulating: accumulating,
            count: count)
          S.pullBack(
            function, parameter: 0.25, cotangent: g, input: x, output: y, into: &dx, accumulating: accumulating,
            count: count)
          for i in 0..<count {
            let scale = max(1, abs(expected[i].double))
            #expect(abs(dx[i].double - expected[i].double) <= tolerance * scale, "\(type) \(function)")
          }
        }
      }
    }
  }

  @Test func pullBacksAgreeWithTheOracle() {
    for set in KernelSelection.current.available {
      ActiveKernels.with(set) {
        checkPullBacks(Float.self, tolerance: 2e-6)
        checkPullBacks(Double.self, tolerance: 4e-15)
      }
    }
    checkPullBacks(BFloat16.self, tolerance: 0.05)
  }

  private func checkBinary<S: Scalar>(_ type: S.Type) {
    var noise = Noise(21)
    for function in BinaryFunction.allCases {
      for count in [1, 16, 50] {
        let a: [S] = noise.array(count)
        let b: [S] = noise.array(count, in: 0.5...2)
        for (strideA, strideB) in [(1, 1), (0, 1), (1, 0), (0, 0)] {
          var y = [S](repeating: 0, count: count)
          var expected = y
          S.apply(function, a, stride: strideA, b, stride: strideB, into: &y, count: count)
          Oracle.apply(function, a, stride: strideA, b, stride: strideB, into: &expected, count: count)
          #expect(y == expected, "\(type) \(function) strides \(strideA), \(strideB)")
        }
        for beta in [0.0, 0.5] {
          var y = beta == 0 ? [S](repeating: .nan, count: count) : b
          var expected = y
          S.combine(1.25, a, S.Accumulator(rounding: beta), into: &y, count: count)
          Oracle.combine(1.25, a, S.Accumulator(rounding: beta), into: &expected, count: count)
          #expect(y == expected, "\(type) combine β \(beta)")
        }
      }
    }
  }

  @Test func binaryFunctionsHaveTheOraclesBits() {
    checkBinary(Float.self)
    checkBinary(Double.self)
    checkBinary(BFloat16.self)
  }
}
