import GlissadeNumerics
import Testing

/// The root of a register has the bits of the roots of its elements.
@Suite struct SquareRootTests {
  private let stream = RandomStream(seed: 5, purpose: .checking, index: 0)

  /// All exponents, of both signs, and what is special.
  private func samples<S: BinaryFloatingPoint>(_ special: [S], _ random: (UInt64) -> S) -> [S] {
    special + special.map { -$0 } + (0..<4_000).map { random(stream.bits(at: $0)) }
  }

  private func special<S: BinaryFloatingPoint>() -> [S] {
    [
      0, 1, 2, 3, 4, S(1).nextUp, S(1).nextDown, .leastNonzeroMagnitude, .leastNormalMagnitude,
      S.leastNormalMagnitude.nextDown, .greatestFiniteMagnitude, .infinity, .nan,
    ]
  }

  private func root<V: Lane>(_ x: V) -> V { x.squareRoot() }
  private func magnitudeRoot<V: Lane>(_ x: V) -> V { x.magnitudeRoot() }

  @Test func floats() {
    for x in samples(special(), { Float(bitPattern: UInt32(truncatingIfNeeded: $0)) }) {
      let result = root(SIMD16<Float>(repeating: x))
      let positive = magnitudeRoot(SIMD16<Float>(repeating: x))
      let expected = x.squareRoot()
      for lane in result.indices {
        #expect(result[lane].bitPattern == expected.bitPattern || (result[lane].isNaN && expected.isNaN), "of \(x)")
        let same = positive[lane].bitPattern == x.magnitude.squareRoot().bitPattern
        #expect(same || (positive[lane].isNaN && x.isNaN), "of |\(x)|")
      }
    }
  }

  @Test func doubles() {
    for x in samples(special(), { Double(bitPattern: $0) }) {
      let result = root(SIMD8<Double>(repeating: x))
      let positive = magnitudeRoot(SIMD8<Double>(repeating: x))
      let expected = x.squareRoot()
      for lane in result.indices {
        #expect(result[lane].bitPattern == expected.bitPattern || (result[lane].isNaN && expected.isNaN), "of \(x)")
        let same = positive[lane].bitPattern == x.magnitude.squareRoot().bitPattern
        #expect(same || (positive[lane].isNaN && x.isNaN), "of |\(x)|")
      }
    }
  }
}
