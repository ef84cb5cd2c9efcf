/// What is wrong with a text of digits; lines and columns count from 1.
public enum DigitsFormatError: Error, Hashable, Sendable {
  /// A line has another length than 64 letters and a digit.
  case lineLength(line: Int, count: Int)
  /// A pixel is none of the letters A...Q.
  case pixel(line: Int, column: Int, byte: UInt8)
  /// A label is none of the digits 0...9.
  case label(line: Int, byte: UInt8)
}

extension DigitsFormatError: CustomStringConvertible {
  /// A sentence that says where the fault is and what was expected.
  public var description: String {
    switch self {
    case .lineLength(let line, let count):
      "Digits, line \(line): expected 64 letters and a digit, 65 characters, but found \(count)."
    case .pixel(let line, let column, let byte):
      "Digits, line \(line), column \(column): expected a letter A...Q for a pixel, but found byte \(byte)."
    case .label(let line, let byte):
      "Digits, line \(line): expected a label 0...9 in column 65, but found byte \(byte)."
    }
  }
}
