import Testing

@testable import GlissadeData

@Suite("IDX") struct IDXTests {
  @Test("Elements of every type, highest byte first") func types() throws {
    func file(_ code: UInt8, _ elements: [UInt8], count: UInt8) -> [UInt8] {
      [0, 0, code, 1, 0, 0, 0, count] + elements
    }
    #expect(try RawTensor(idx: file(8, [0, 255], count: 2)).integers == [0, 255])
    #expect(try RawTensor(idx: file(9, [0, 255], count: 2)).integers == [0, -1])
    #expect(try RawTensor(idx: file(11, [1, 2, 255, 254], count: 2)).integers == [258, -2])
    #expect(try RawTensor(idx: file(12, [1, 2, 3, 4], count: 1)).integers == [0x0102_0304])
    #expect(try RawTensor(idx: file(13, [0x3f, 0xc0, 0, 0], count: 1)).tensor(as: Float.self).elements == [1.5])
    #expect(
      try RawTensor(idx: file(14, [0xc0, 4, 0, 0, 0, 0, 0, 0], count: 1)).tensor(as: Double.self).elements == [-2.5])
  }

  @Test("A file packed by gzip") func packed() throws {
    let tensor = try RawTensor(idx: Gzip.unpackIfPacked(Fixture.idxImages))
    #expect(tensor.shape == [2, 3, 4] && tensor.elementType == .uint8)
    #expect(try tensor.integers == (0..<24).map { 10 * $0 })
    #expect(try tensor.pixels()[1, 2, 3] == Float(230) / 255)
  }

  @Test("Malformed files are refused") func malformed() {
    func expect(_ error: IDXError, _ bytes: [UInt8]) {
      #expect(throws: error, "\(error)") { try RawTensor(idx: bytes) }
    }
    expect(.cutOff, [0, 0, 8])
    expect(.cutOff, [0, 0, 8, 2, 0, 0, 0, 1, 0, 0, 0])
    expect(.notIDX, [0, 1, 8, 1, 0, 0, 0, 0])
    expect(.notIDX, [0, 0, 10, 1, 0, 0, 0, 0])
    expect(.sizesDiffer(shape: [2], byteCount: 1), [0, 0, 8, 1, 0, 0, 0, 2, 7])
    expect(.sizesDiffer(shape: [2], byteCount: 3), [0, 0, 8, 1, 0, 0, 0, 2, 7, 7, 7])
    let huge = [UInt8](repeating: 255, count: 12)
    let size = Int(UInt32.max)
    expect(.sizesDiffer(shape: [size, size, size], byteCount: 0), [0, 0, 14, 3] + huge)
    #expect(throws: RawTensorError.shapeTooLarge([0, size])) {
      try RawTensor(idx: [0, 0, 8, 2, 0, 0, 0, 0, 255, 255, 255, 255]).tensor(as: Float.self)
    }
  }

  @Test("A damaged file is read or refused") func damaged() {
    readDamaged([0, 0, 12, 2, 0, 0, 0, 2, 0, 0, 0, 1, 1, 2, 3, 4, 5, 6, 7, 8], refusing: IDXError.self) {
      _ = try RawTensor(idx: $0).shape
    }
  }
}
