import Testing

@testable import GlissadeData

@Suite struct CRC32Tests {
  private func castagnoli(_ bytes: [UInt8]) -> UInt32 { CRC32.of(bytes[...], .castagnoli) }

  @Test("The checksum of gzip's check text") func gzip() {
    #expect(CRC32.of(Array("123456789".utf8)[...], .gzip) == 0xcbf4_3926)
    #expect(CRC32.of([], .gzip) == 0)
  }

  /// The examples of RFC 3720, appendix B.4, whose bytes are given in the order in which they are sent.
  @Test func examplesOfTheStandard() {
    #expect(castagnoli([UInt8](repeating: 0, count: 32)) == 0x8a91_36aa)
    #expect(castagnoli([UInt8](repeating: 0xff, count: 32)) == 0x62a8_ab43)
    #expect(castagnoli((0..<32).map(UInt8.init)) == 0x46dd_794e)
    #expect(castagnoli((0..<32).reversed().map(UInt8.init)) == 0x113f_db5c)
    #expect(castagnoli(Array("123456789".utf8)) == 0xe306_9283)
    #expect(castagnoli([]) == 0)
  }

  /// Bytes added in pieces of any length come to the same.
  @Test func piecesAddUp() {
    let bytes = (0..<100).map { UInt8(truncatingIfNeeded: $0 * 37 + 11) }
    for cut in [0, 1, 7, 8, 9, 63, 100] {
      var check = CRC32(.castagnoli)
      check.add(bytes[..<cut])
      check.add(bytes[cut...])
      #expect(check.value == castagnoli(bytes))
    }
  }
}
