import Foundation
import GlissadeNumerics
import Testing

extension KernelTests {
  private static let specials: [Double] = [
    0, -0.0, .infinity, -.infinity, .nan, 1, -1, 1e-40, -1e-40, 1e-300, 1e30, -1e30, 88.7, 88.8, 89, -87.4, -100,
    -103.9, -104.5, -110, 709.7, 709.9, -708, -740, -745.1, -746, 0.9999, 1.0001, 4.1, -6.1, 20, -20,
  ]

  private func samples(_ function: UnaryFunction, from low: Double, to high: Double) -> [Double] {
    var noise = Noise(UInt64(function.rawValue) + 1)
    var x = Self.specials
    for _ in 0..<20_000 { x.append(noise.next(low...high)) }
    for _ in 0..<5_000 { x.append(noise.next(-1.2...1.2)) }
    for _ in 0..<5_000 { x.append(Foundation.exp(noise.next(-80...80))) }
    return x
  }

  private func checkErrors<S: Scalar>(_ type: S.Type) {
    for limit in ErrorLimit.all {
      let wide = samples(limit.function, from: -110, to: 95) + samples(limit.function, from: -750, to: 715)
      let x = wide.map { S(rounding: $0) }
      for set in KernelSelection.current.available {
        ActiveKernels.with(set) {
          var worst = (error: 0.0, x: S.zero)
          for (x, y) in zip(x, apply(limit.function, to: x)) {
            let error = limit.error(of: y, at: x)
            if !(error <= worst.error) { worst = (error, x) }
          }
          let isWithin = worst.error <= limit.limit(of: type)
          #expect(isWithin, "\(limit.function) of \(type) with \(set) is \(worst.error) ulp off at \(worst.x)")
        }
      }
    }
  }

  @Test func functionsAreWithinTheirErrorBounds() {
    checkErrors(Float.self)
    checkErrors(Double.self)
    checkErrors(BFloat16.self)
    #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
      checkErrors(Float16.self)
    #endif
  }

  private func checkRounding<S: Scalar>(_ type: S.Type) {
    let simple: [UnaryFunction] = [.negate, .absolute, .square, .squareRoot, .reciprocal, .relu, .leakyReLU]
    for function in simple {
      let x = samples(function, from: -110, to: 95).map { S(rounding: $0) }
      let expected = x.map { function.value(at: $0, parameter: 0.25) }
      for set in KernelSelection.current.available {
        ActiveKernels.with(set) {
          let isRounded = zip(apply(function, to: x), expected).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }
          #expect(isRounded, "\(function) of \(type) with \(set)")
        }
      }
    }
  }

  @Test func functionsOfOneOperationAreRoundedCorrectly() {
    checkRounding(Float.self)
    checkRounding(Double.self)
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
