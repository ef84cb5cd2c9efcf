import Foundation
import GlissadeNumerics
import Testing

@Suite struct CubeRootTests {
  /// Mantissas times powers of two over the whole range, subnormal numbers too.
  private let doubles = (-1074...1023).flatMap { exponent in
    [1.0, 1.25, 1.7320508, 1.9999999].map { Double(sign: .plus, exponent: exponent, significand: $0) }
  }

  @Test func doublesAreWithinAUnit() {
    for x in doubles {
      let expected = cbrt(x)
      let root = ScalarLane<Double>(x).cubeRoot().value
      // The C library's own root can be a unit off.
      #expect((root - expected).magnitude <= 2 * expected.ulp, "\(x)")
      #expect(ScalarLane<Double>(-x).cubeRoot().value == -root)
    }
  }

  @Test func floatsAreWithinAUnit() {
    for x in doubles.map({ Float($0) }) where x > 0 && x.isFinite {
      let expected = cbrt(Double(x))
      let root = ScalarLane<Float>(value: x).cubeRoot().value
      #expect((Double(root) - expected).magnitude <= Double(Float(expected).ulp), "\(x)")
    }
  }

  @Test func registersGiveTheBitsOfScalars() {
    for start in stride(from: 0, to: doubles.count - 16, by: 16) {
      let x = SIMD8<Double>((0..<8).map { $0 % 3 == 0 ? -doubles[start + 2 * $0] : doubles[start + $0] })
      let roots = x.cubeRoot()
      for lane in 0..<8 { #expect(roots[lane] == ScalarLane<Double>(x[lane]).cubeRoot().value) }
    }
  }

  @Test func specialValues() {
    func root(_ x: Double) -> Double { ScalarLane<Double>(x).cubeRoot().value }
    #expect(root(0) == 0)
    #expect(root(-0.0) == 0)
    #expect(root(.infinity) == .infinity)
    #expect(root(-.infinity) == -.infinity)
    #expect(root(.nan).isNaN)
  }

  /// The tangent is that of the root, 1/(3 ∛x²), and 0 where x = 0 is reached at rest.
  @Test func derivative() {
    for x in [1e-30, 0.3, 1, 8, 1e40] {
      let root = ScalarLane(value: Dual(x, tangent: 2 * x)).cubeRoot().value
      #expect((root.tangent - 2 * cbrt(x) / 3).magnitude <= 1e-14 * cbrt(x))
    }
    #expect(ScalarLane(value: Dual(0, tangent: 0)).cubeRoot().value.tangent == 0)
  }
}
