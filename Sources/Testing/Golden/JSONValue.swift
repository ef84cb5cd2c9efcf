/// A value of a JSON text.
enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case array([JSONValue])
  case object([String: JSONValue])
}

extension JSONValue: Decodable {
  init(from decoder: any Decoder) throws {
    // Numbers first: nearly all values of a golden file are.
    let single = try decoder.singleValueContainer()
    if let value = try? single.decode(Double.self) {
      self = .number(value)
    } else if let value = try? single.decode(String.self) {
      self = .text(value)
    } else if let value = try? single.decode([JSONValue].self) {
      self = .array(value)
    } else if let value = try? single.decode([String: JSONValue].self) {
      self = .object(value)
    } else if let value = try? single.decode(Bool.self) {
      self = .bool(value)
    } else {
      self = .null
    }
  }
}

extension JSONValue: CustomStringConvertible {
  /// The value as a sentence names it.
  var description: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .number(let value): "\(value)"
    case .text(let value): "'\(value)'"
    case .array(let values): "a list of \(values.count)"
    case .object: "an object"
    }
  }
}

extension JSONValue {
  /// The number, `nan`, `inf` and `-inf` as texts included.
  var number: Double? {
    switch self {
    case .number(let value): value
    case .text("nan"): .nan
    case .text("inf"): .infinity
    case .text("-inf"): -.infinity
    default: nil
    }
  }

  /// The whole number.
  var count: Int? { number.flatMap { Int(exactly: $0) } }
  /// The text.
  var text: String? { if case .text(let value) = self { value } else { nil } }
  /// The truth value.
  var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  /// The values of an array.
  var array: [JSONValue]? { if case .array(let value) = self { value } else { nil } }
  /// The values of an object by key.
  var object: [String: JSONValue]? { if case .object(let value) = self { value } else { nil } }
  /// An array of numbers.
  var numbers: [Double]? { array.flatMap { values in values.allNumbers } }

  /// The value of a key of an object.
  subscript(key: String) -> JSONValue? { object?[key] }
}

extension [JSONValue] {
  /// All elements as numbers, nil if one is none.
  fileprivate var allNumbers: [Double]? {
    var result: [Double] = []
    result.reserveCapacity(count)
    for value in self {
      guard let number = value.number else { return nil }
      result.append(number)
    }
    return result
  }
}
