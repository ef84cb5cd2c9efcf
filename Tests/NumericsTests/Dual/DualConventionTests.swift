import Foundation
import GlissadeNumerics
import Testing

@Suite("Dual numbers: conventions") struct DualConventionTests {
  typealias Number = Dual<Double>

  @Test("Primals alone decide comparisons and hashes") func comparisons() {
    let plain: Number = 1
    let moving = Number(1, tangent: 5)
    #expect(plain == moving && !(plain < moving) && plain.hashValue == moving.hashValue)
    #expect(plain.hashBits != moving.hashBits, "a hash of parameters sees tangents")
    #expect(Number(2, tangent: 3).hashBits != Number(3, tangent: 2).hashBits)
  }

  @Test("Literals and conversions from other numbers are constants") func constants() {
    let literal: Dual<Dual<Double>> = 2.5
    #expect(literal.tangent.primal == 0 && literal.primal.tangent == 0 && literal.double == 2.5)
    #expect(Number(7).tangent == 0 && Number(0.1 as Float).primal == Double(0.1 as Float))
    #expect(Number(rounding: 0.1).primal == 0.1 && Number(exactly: 1 << 60 | 1) == nil)
    #expect(Dual<Dual<Double>>(Number(2, tangent: 3)).primal.tangent == 3)
    #expect(Dual<Dual<Double>>(Number(2, tangent: 3)).tangent == 0)
  }

  @Test("Dual types as deep convert into each other with their tangents") func conversions() {
    let x = Number(2, tangent: 0.1)
    #expect(Dual<Float>(x).tangent == 0.1 && generic(x, to: Number.self).tangent == 0.1)
    #expect(Number(Dual<Float>(2, tangent: 0.25)).tangent == 0.25)
    #expect(Number(exactly: x)?.tangent == 0.1 && Dual<Float>(exactly: x) == nil)
    #expect(Number(Dual<Dual<Double>>(x, tangent: 9)).tangent == 0.1, "the outer tangent is dropped")
    #expect(Double(x) == 2 && BFloat16(x) == 2)
  }

  @Test("Accumulators carry tangents, in the wider type") func accumulators() {
    let x = Dual<BFloat16>(1.5, tangent: -2)
    let wide: Dual<Float> = x.accumulator
    #expect(wide.primal == 1.5 && wide.tangent == -2)
    #expect(Dual<BFloat16>(accumulator: Dual(1.001, tangent: 3.001)).tangent == 3)
    #expect(Dual<Dual<BFloat16>>.name == "dual<dual<bfloat16>>")
  }

  @Test("Square roots at zero") func rootsAtZero() {
    #expect(Number(0, tangent: 0).squareRoot().tangent == 0)
    #expect(Number(0, tangent: 1).squareRoot().tangent == .infinity)
    #expect(Dual<Dual<Double>>(0).squareRoot().tangent == 0)
    // A tangent with primal 0 may carry a tangent of its own, which must get through away from 0.
    let mixed = Dual<Dual<Double>>(4, tangent: Number(0, tangent: 1)).squareRoot()
    #expect(mixed.tangent.tangent == 0.25)
  }

  @Test("Kinks follow the branch taken") func kinks() {
    #expect(Number(-2, tangent: 1).magnitude.tangent == -1 && Number(0, tangent: 1).magnitude.tangent == 1)
    #expect(Number.maximum(Number(1, tangent: 4), Number(2, tangent: 5)).tangent == 5)
    #expect(Number(2.5, tangent: 1).rounded().tangent == 0 && Number(2.5, tangent: 1).ulp.tangent == 0)
    #expect(Number(signOf: -1, magnitudeOf: Number(2, tangent: 1)).tangent == -1)
    #expect(Number(2, tangent: 1).nextUp.tangent == 1)
    #expect(Number(5, tangent: 1).remainder(dividingBy: .infinity).tangent == 1)
  }

  @Test("Scaling by powers of two scales the tangent") func scaling() {
    let x = Number(sign: .minus, exponent: 3, significand: Number(1.5, tangent: 1))
    #expect(x.primal == -12 && x.tangent == -8)
    #expect(x.significand.primal == 1.5 && x.significand.tangent == 1)
  }

  @Test("JSON and text") func text() throws {
    let x = Number(2, tangent: 0.5)
    let decoded = try JSONDecoder().decode(Number.self, from: JSONEncoder().encode(x))
    #expect(decoded == x && decoded.tangent == 0.5)
    #expect(x.description == "Dual(2.0, tangent: 0.5)")
  }

  private func generic<From: Scalar, To: Scalar>(_ x: From, to type: To.Type) -> To { To(x) }
}
