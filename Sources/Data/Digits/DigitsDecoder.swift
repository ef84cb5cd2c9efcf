/// Reads the embedded digits: 64 letters A...Q for the pixels 0...16, then the label's digit, a line an image.
enum DigitsDecoder {
  /// Pixels in one image of 8 × 8.
  static let pixelsPerImage = 64

  /// All images in order: their pixels one after the other, row by row from the top left, and their labels.
  static func decode() throws -> (pixels: [UInt8], labels: [Int]) {
    try decode(UnsafeBufferPointer(start: digitsText.utf8Start, count: digitsText.utf8CodeUnitCount))
  }

  /// As `decode()`, of any text in this form; a final line break is optional.
  static func decode(_ text: some Collection<UInt8>) throws -> (pixels: [UInt8], labels: [Int]) {
    var pixels: [UInt8] = []
    var labels: [Int] = []
    pixels.reserveCapacity(text.count)
    for line in text.split(separator: UInt8(ascii: "\n")) {
      let number = labels.count + 1
      guard line.count == pixelsPerImage + 1 else {
        throw DigitsFormatError.lineLength(line: number, count: line.count)
      }
      for (column, letter) in line.enumerated() {
        if column == pixelsPerImage {
          guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(letter) else {
            throw DigitsFormatError.label(line: number, byte: letter)
          }
          labels.append(Int(letter - UInt8(ascii: "0")))
        } else {
          guard (UInt8(ascii: "A")...UInt8(ascii: "Q")).contains(letter) else {
            throw DigitsFormatError.pixel(line: number, column: column + 1, byte: letter)
          }
          pixels.append(letter - UInt8(ascii: "A"))
        }
      }
    }
    return (pixels, labels)
  }
}
