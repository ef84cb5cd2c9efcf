import GlissadeNumerics
import Testing

@Suite("Philox") struct PhiloxTests {
  @Test("Known answers of Random123") func knownAnswers() {
    let zeros = Philox4x32(0, 0, 0, 0).encrypted(key: 0)
    #expect(zeros == Philox4x32(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
    let ones = Philox4x32(low: .max, high: .max).encrypted(key: .max)
    #expect(ones == Philox4x32(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
    let pi = Philox4x32(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344)
    #expect(
      pi.encrypted(key: 0x299f_31d0_a409_3822) == Philox4x32(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
  }

  @Test("Halves put the low word first") func halves() {
    let counter = Philox4x32(1, 2, 3, 4)
    #expect(counter.low == 0x2_0000_0001 && counter.high == 0x4_0000_0003)
    #expect(Philox4x32(low: counter.low, high: counter.high) == counter)
  }

  @Test("A bit of counter or key flips half of the output") func avalanche() {
    let base = Philox4x32(low: 0, high: 0).encrypted(key: 0)
    for bit in 0..<64 {
      for other in [
        Philox4x32(low: 1 << bit, high: 0).encrypted(key: 0), Philox4x32(low: 0, high: 1 << bit).encrypted(key: 0),
        Philox4x32(low: 0, high: 0).encrypted(key: 1 << bit),
      ] {
        let flipped = (base.low ^ other.low).nonzeroBitCount + (base.high ^ other.high).nonzeroBitCount
        // 64 expected, deviation 5.7.
        #expect((38...90).contains(flipped))
      }
    }
  }
}
