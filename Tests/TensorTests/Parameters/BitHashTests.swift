import GlissadeTensor
import Testing

@Suite struct BitHashTests {
  private func hash<S: Scalar>(_ values: [S]) -> String {
    let slot = Parameter([values.count], role: .weight, initializer: Ramp())
    return ParameterVector(Tensor([values.count], values), layout: ParameterLayout([("x", slot)])).bitHash
  }

  @Test func hasSixteenDigits() {
    for value in 0..<64 { #expect(hash([Double(value)]).count == 16) }
  }

  /// FNV-1a of no bytes is its offset basis; of eight zero bytes, the basis times the prime eight times.
  @Test func isFNV1a() {
    #expect(hash([Double]()) == "cbf29ce484222325")
    let basis: UInt64 = 0xcbf2_9ce4_8422_2325
    let expected = (0..<8).reduce(basis) { value, _ in value &* 0x100_0000_01b3 }
    #expect(UInt64(hash([0.0]), radix: 16) == expected)
  }

  @Test func oneBitChangesIt() {
    let values = (0..<20).map { Double($0) / 7 }
    let original = hash(values)
    for index in values.indices {
      var changed = values
      changed[index] = changed[index].nextUp
      #expect(hash(changed) != original)
    }
    #expect(hash(values) == original)
  }

  @Test func orderAndSignCount() {
    #expect(hash([1.0, 2]) != hash([2.0, 1]))
    #expect(hash([0.0]) != hash([-0.0]))
    #expect(hash([0.0]) != hash([0.0, 0]))
  }

  @Test func narrowValuesCountToo() {
    #expect(hash([BFloat16(1)]) != hash([BFloat16(1).nextUp]))
    #expect(hash([Float(1)]) != hash([Float(1).nextUp]))
  }
}
