import Testing

@testable import GlissadeData

@Suite("Inflate") struct InflateTests {
  func unpack(_ bytes: [UInt8], limit: Int = 1 << 20) throws -> [UInt8] {
    try Inflate.unpack(bytes[...], limit: limit).output
  }

  @Test("Blocks of every kind") func blocks() throws {
    #expect(try unpack(Fixture.storedBlock) == Array(0..<100))
    #expect(try unpack(Fixture.fixedCodes) == Array("glissade, glissade, glissade".utf8))
    var fibonacci = (1, 1)
    var expected: [UInt8] = []
    for byte in 0..<18 {
      expected += [UInt8](repeating: UInt8(byte), count: fibonacci.0)
      fibonacci = (fibonacci.1, fibonacci.0 + fibonacci.1)
    }
    #expect(try unpack(Fixture.longCodes) == expected)
  }

  @Test("What follows the last block is left") func rest() throws {
    let (output, rest) = try Inflate.unpack((Fixture.fixedCodes + [1, 2, 3])[...], limit: 100)
    #expect(output.count == 28 && rest == [1, 2, 3])
  }

  @Test("More than the limit is refused") func limit() throws {
    #expect(try unpack(Fixture.storedBlock, limit: 100).count == 100)
    #expect(throws: DeflateError.tooLarge(limit: 99)) { try unpack(Fixture.storedBlock, limit: 99) }
    #expect(throws: DeflateError.tooLarge(limit: 27)) { try unpack(Fixture.fixedCodes, limit: 27) }
    #expect(throws: DeflateError.tooLarge(limit: 5)) { try unpack(Fixture.fixedCodes, limit: 5) }
  }

  @Test("Codes that are none are refused") func codes() {
    func error(_ lengths: [UInt8]) -> DeflateError? {
      do { _ = try HuffmanTable(lengths: lengths[...]) } catch { return error as? DeflateError }
      return nil
    }
    #expect(error([1, 1, 1]) == .damaged("a code has too many words"))
    #expect(error([2, 2, 2]) == .damaged("a code has too few words"))
    #expect(error([0, 2]) == .damaged("a code has too few words"))
    #expect(error([]) == nil && error([0, 1]) == nil && error([1, 2, 2]) == nil && error([1, 1]) == nil)
  }

  @Test("Damaged data is unpacked or refused") func damaged() {
    for fixture in [Fixture.storedBlock, Fixture.fixedCodes, Fixture.longCodes] {
      readDamaged(fixture, refusing: DeflateError.self) { _ = try unpack($0) }
    }
  }
}
