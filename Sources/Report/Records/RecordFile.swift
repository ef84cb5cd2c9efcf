import GlissadeData

/// The lines of a record.
struct RecordFile: Sendable {
  let path: String
  let lines: [RecordLine]
  /// Whether the file ends in part of a line, as one does whose writer was stopped.
  let isCutOff: Bool

  /// Reads a file of JSON lines. A last line without its end that is no JSON is left out; empty lines are, too.
  init(path: String) throws { try self.init(path: path, bytes: try FileContents.bytes(of: path)) }

  /// The lines of bytes that were read at a path.
  init(path: String, bytes: [UInt8]) throws {
    var lines: [RecordLine] = []
    var isCutOff = false
    var start = bytes.startIndex
    var number = 1
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
      let text = bytes[start..<(end ?? bytes.endIndex)]
      do {
        if text.contains(where: { ![0x20, 0x09, 0x0d].contains($0) }) {
          lines.append(try RecordLine(path: path, number: number, parsing: text))
        }
      } catch let error as JSONError {
        guard end == nil else { throw RecordError.line(path: path, line: number, error) }
        isCutOff = true
      }
      start = end.map { $0 + 1 } ?? bytes.endIndex
      number += 1
    }
    self.path = path
    self.lines = lines
    self.isCutOff = isCutOff
  }
}

extension RecordLine {
  fileprivate init(path: String, number: Int, parsing bytes: ArraySlice<UInt8>) throws {
    let value = try JSONValue(parsing: bytes)
    guard let event = value["event"]?.text else {
      throw RecordError.member(path: path, line: number, expected: "a text 'event'")
    }
    self.init(path: path, number: number, event: event, value: value)
  }
}
