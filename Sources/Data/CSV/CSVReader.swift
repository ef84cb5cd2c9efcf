/// Reads records of comma-separated values (RFC 4180; Shafranovich 2005).
///
/// Fields may stand in double quotes, and then hold separators, line breaks, and quotes written twice. Lines end with LF,
/// CRLF or CR; empty lines are passed over.
struct CSVReader {
  private let bytes: [UInt8]
  private let separator: UInt8
  private var position: Int
  private var line = 1

  /// The line, from 1, on which the record that was read last begins.
  private(set) var recordLine = 0

  /// A reader at the beginning of a file, past a byte order mark if there is one.
  init(_ bytes: [UInt8], separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
    position = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
  }

  /// Reads the next record's fields, or none at the end; false there.
  mutating func readRecord(into fields: inout [ArraySlice<UInt8>]) throws -> Bool {
    fields.removeAll(keepingCapacity: true)
    while position < bytes.count, isLineEnd(bytes[position]) { passLineEnd() }
    guard position < bytes.count else { return false }
    recordLine = line
    while true {
      fields.append(try readField())
      guard position < bytes.count else { return true }
      if bytes[position] != separator {
        passLineEnd()
        return true
      }
      position += 1
    }
  }

  /// Reads a field, up to the separator, line end or end after it.
  private mutating func readField() throws -> ArraySlice<UInt8> {
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") { return try readQuotedField() }
    let start = position
    while position < bytes.count, bytes[position] != separator, !isLineEnd(bytes[position]) { position += 1 }
    return bytes[start..<position]
  }

  private mutating func readQuotedField() throws -> ArraySlice<UInt8> {
    let quote = UInt8(ascii: "\"")
    let startLine = line
    var text: [UInt8] = []
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == quote {
        position += 1
        guard position < bytes.count, bytes[position] == quote else {
          guard position == bytes.count || bytes[position] == separator || isLineEnd(bytes[position]) else {
            throw CSVError.textAfterQuote(line: line)
          }
          return text[...]
        }
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      text.append(byte)
      position += 1
    }
    throw CSVError.openQuote(line: startLine)
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  private mutating func passLineEnd() {
    if bytes[position] == UInt8(ascii: "\r"), position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "\n") {
      position += 1
    }
    position += 1
    line += 1
  }
}
