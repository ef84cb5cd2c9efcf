import Testing

@testable import GlissadeData

@Suite("Digits") struct DigitsTests {
  @Test("1797 images with the known counts per class") func counts() throws {
    let (pixels, labels) = try DigitsDecoder.decode()
    #expect(labels.count == 1797 && pixels.count == 1797 * 64)
    let counts = (0..<10).map { label in labels.count { $0 == label } }
    #expect(counts == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180])
    #expect(pixels.max() == 16 && pixels.min() == 0)
  }

  @Test("Pixels and labels are those of the original file") func checksum() throws {
    let (pixels, labels) = try DigitsDecoder.decode()
    // FNV-1a over each row's 64 values and label, computed from digits.csv.gz in Python.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for (image, label) in labels.enumerated() {
      for pixel in pixels[image * 64..<image * 64 + 64] { hash = (hash ^ UInt64(pixel)) &* 0x100_0000_01b3 }
      hash = (hash ^ UInt64(label)) &* 0x100_0000_01b3
    }
    #expect(hash == 0x7768_69cc_e379_5967)
    #expect(pixels.reduce(0) { $0 + Int($1) } == 561_718)
    #expect(Array(pixels[..<8]) == [0, 0, 5, 13, 9, 1, 0, 0] && labels[..<3] == [0, 1, 2])
  }

  @Test("Malformed text is refused with its place") func malformed() throws {
    let row = String(repeating: "B", count: 64)
    let good = try DigitsDecoder.decode("\(row)7\n\(row)0".utf8)
    #expect(good.labels == [7, 0] && good.pixels == [UInt8](repeating: 1, count: 128))
    #expect(throws: DigitsFormatError.lineLength(line: 2, count: 64)) {
      try DigitsDecoder.decode("\(row)7\n\(row)\n".utf8)
    }
    #expect(throws: DigitsFormatError.pixel(line: 1, column: 3, byte: UInt8(ascii: "R"))) {
      try DigitsDecoder.decode("AAR\(row.dropLast(3))7".utf8)
    }
    #expect(throws: DigitsFormatError.label(line: 1, byte: UInt8(ascii: "B"))) {
      try DigitsDecoder.decode("\(row)B".utf8)
    }
    #expect(DigitsFormatError.lineLength(line: 2, count: 64).description.contains("line 2"))
  }
}
