import GlissadeData

/// A line of a record: an object whose `event` says what the line tells.
struct RecordLine: Sendable {
  let path: String
  /// Counted from 1.
  let number: Int
  let event: String
  let value: JSONValue

  /// The value of a member, nil if it is missing.
  subscript(name: String) -> JSONValue? { value[name] }

  /// A text that must be there.
  func text(_ name: String) throws -> String {
    guard let text = value[name]?.text else { throw failure("a text '\(name)'") }
    return text
  }

  /// A finite number that must be there.
  func number(_ name: String) throws -> Double {
    guard let number = value[name]?.number, number.isFinite else { throw failure("a number '\(name)'") }
    return number
  }

  /// A number, or NaN where there is null or nothing.
  func optionalNumber(_ name: String) throws -> Double { try optionalNumber(value[name], name) }

  /// A count that must be there.
  func count(_ name: String) throws -> Int {
    guard let count = value[name]?.count, count >= 0 else { throw failure("a whole number '\(name)'") }
    return count
  }

  /// An array of numbers that must be there, in which null is NaN.
  func numbers(_ value: JSONValue?, _ name: String) throws -> [Double] {
    guard let values = value?.array else { throw failure("an array of numbers '\(name)'") }
    return try values.map { try optionalNumber($0, name) }
  }

  /// The number of a value, or NaN for null and for none.
  func optionalNumber(_ value: JSONValue?, _ name: String) throws -> Double {
    switch value {
    case nil, .null?: return .nan
    case .number(let number)?: return number
    default: throw failure("a number or null as '\(name)'")
    }
  }

  func failure(_ expected: String) -> RecordError { .member(path: path, line: number, expected: expected) }
}
