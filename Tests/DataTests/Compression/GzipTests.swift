import Testing

@testable import GlissadeData

@Suite("Gzip") struct GzipTests {
  @Test("A file of several blocks") func squares() throws {
    let expected = (0..<400).map { "\($0) squared is \($0 * $0).\n" }.joined()
    #expect(try Gzip.unpack(Fixture.squares) == Array(expected.utf8))
    #expect(throws: DeflateError.tooLarge(limit: 8_000)) { try Gzip.unpack(Fixture.squares, limit: 8_000) }
  }

  @Test("Several members, all fields of a header, zeros at the end") func members() throws {
    let expected = Array("one, two".utf8)
    #expect(try Gzip.unpack(Fixture.twoMembers) == expected)
    #expect(try Gzip.unpack(Fixture.twoMembers + [0, 0, 0]) == expected)
    #expect(throws: DeflateError.damaged("something follows its end")) {
      try Gzip.unpack(Fixture.twoMembers + [0, 0, 1])
    }
    #expect(throws: DeflateError.tooLarge(limit: 7)) { try Gzip.unpack(Fixture.twoMembers, limit: 7) }
  }

  @Test("Checksums and sizes are checked") func checksums() {
    for place in [1, 5] {
      var bytes = Fixture.squares
      bytes[bytes.count - place] ^= 1
      #expect(throws: DeflateError.checksum) { try Gzip.unpack(bytes) }
    }
    #expect(throws: DeflateError.damaged("it does not begin like a gzip file")) {
      try Gzip.unpack(Array("not packed at all".utf8))
    }
  }

  @Test("A damaged file is unpacked or refused") func damaged() {
    readDamaged(Fixture.squares, refusing: DeflateError.self) { _ = try Gzip.unpack($0) }
    readDamaged(Fixture.twoMembers, refusing: DeflateError.self) { _ = try Gzip.unpack($0) }
  }
}
