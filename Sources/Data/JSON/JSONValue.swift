/// A value of a JSON text, for texts whose members are not known beforehand.
package enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  /// What is too large for a Double is infinite.
  case number(Double)
  case text(String)
  case array([JSONValue])
  /// Members in their order.
  case object([Member])

  /// A named value of an object.
  package struct Member: Sendable, Hashable {
    package let name: String
    package let value: JSONValue

    package init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }
}

extension JSONValue {
  /// The value of a whole text in UTF-8; throws `JSONError` where it is not JSON.
  package init(parsing bytes: ArraySlice<UInt8>) throws {
    var reader = JSONReader(bytes)
    self = try reader.readValue()
    try reader.readEnd()
  }

  /// The number.
  package var number: Double? { if case .number(let value) = self { value } else { nil } }
  /// The whole number.
  package var count: Int? { number.flatMap { Int(exactly: $0) } }
  /// The text.
  package var text: String? { if case .text(let value) = self { value } else { nil } }
  /// The truth value.
  package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  /// The values of an array.
  package var array: [JSONValue]? { if case .array(let value) = self { value } else { nil } }
  /// The members of an object.
  package var members: [Member]? { if case .object(let value) = self { value } else { nil } }

  /// The value of a member of an object; of several of one name, the last.
  package subscript(name: String) -> JSONValue? { members?.last { $0.name == name }?.value }

  /// The text of the value without white space. JSON has no infinities and NaN, which become null.
  package var json: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .number(let value): Self.json(value)
    case .text(let value): JSONText.quoted(value)
    case .array(let values): "[" + values.map(\.json).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { JSONText.quoted($0.name) + ":" + $0.value.json }.joined(separator: ",") + "}"
    }
  }

  private static func json(_ number: Double) -> String {
    guard number.isFinite else { return "null" }
    return Int(exactly: number).map { $0.magnitude < 1 << 53 ? "\($0)" : "\(number)" } ?? "\(number)"
  }
}

extension JSONReader {
  /// Reads a value of any kind.
  mutating func readValue() throws -> JSONValue {
    switch nextSymbol() {
    case UInt8(ascii: "{"):
      var members: [JSONValue.Member] = []
      try readObject { reader, name in members.append(JSONValue.Member(name, try reader.readValue())) }
      return .object(members)
    case UInt8(ascii: "["):
      var values: [JSONValue] = []
      try readArray { reader in values.append(try reader.readValue()) }
      return .array(values)
    case UInt8(ascii: "\""): return .text(try readString())
    case UInt8(ascii: "t"):
      try readWord("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try readWord("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try readWord("null")
      return .null
    default:
      // JSON's numbers are all numbers of Swift's.
      return .number(Double(try readNumberText()) ?? .nan)
    }
  }
}
