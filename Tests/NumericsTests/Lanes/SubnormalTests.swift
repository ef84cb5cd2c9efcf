import GlissadeNumerics
import Testing

/// Of subnormal numbers the sign is kept, of all others every bit.
@Suite struct SubnormalTests {
  private func special<S: BinaryFloatingPoint>() -> [S] {
    let positive: [S] = [
      0, 1, .leastNonzeroMagnitude, .leastNormalMagnitude, S.leastNormalMagnitude.nextDown, .greatestFiniteMagnitude,
      .infinity, .nan,
    ]
    return positive + positive.map { -$0 }
  }

  private func expected<S: BinaryFloatingPoint>(_ x: S) -> S { x.isSubnormal ? S(signOf: x, magnitudeOf: 0) : x }
  private func result<V: Lane>(_ x: V) -> V { x.withoutSubnormals }

  @Test func floats() {
    for x: Float in special() {
      let register = result(SIMD16<Float>(repeating: x))
      for lane in register.indices { #expect(register[lane].bitPattern == expected(x).bitPattern, "of \(x)") }
      #expect(result(ScalarLane(value: x)).value.bitPattern == expected(x).bitPattern, "of \(x)")
    }
  }

  @Test func doubles() {
    for x: Double in special() {
      let register = result(SIMD8<Double>(repeating: x))
      for lane in register.indices { #expect(register[lane].bitPattern == expected(x).bitPattern, "of \(x)") }
      #expect(result(ScalarLane(value: x)).value.bitPattern == expected(x).bitPattern, "of \(x)")
    }
  }

  /// A state that begins at zero has a derivative nevertheless.
  @Test func tangentsOfZeroStay() {
    #expect(result(ScalarLane(value: Dual(0.0, tangent: 2))).value.tangent == 2)
  }
}
