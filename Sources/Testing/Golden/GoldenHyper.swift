/// Hyperparameters of a case; what nobody reads makes the case unsupported, so that nothing is silently left out.
final class GoldenHyper {
  private var values: [String: JSONValue]
  private var unread: Set<String>
  private var parts: [GoldenHyper] = []
  /// The rate of each step, where a learning rate was given as a list.
  private(set) var rates: [Double]?
  /// What the case says beside the numbers.
  let note: String

  init(_ values: [String: JSONValue], note: String = "") {
    self.values = values
    self.note = note
    unread = Set(values.keys)
  }

  /// The value of a key, nil where there is none.
  func value(_ key: String) -> JSONValue? {
    unread.remove(key)
    return values[key]
  }

  /// Whether there is a key; it is not read by this.
  func has(_ key: String) -> Bool { values[key] != nil }

  /// The value of a key that must be there.
  func required(_ key: String) throws -> JSONValue {
    guard let value = value(key) else { throw GoldenUnsupported("there is no '\(key)'") }
    return value
  }

  /// A number.
  func number(_ key: String) throws -> Double {
    guard let number = try required(key).number else { throw GoldenUnsupported("'\(key)' is not a number") }
    return number
  }

  /// A number, or nil for null or nothing.
  func optionalNumber(_ key: String) throws -> Double? {
    guard let value = value(key), value != .null else { return nil }
    guard let number = value.number else { throw GoldenUnsupported("'\(key)' is not a number") }
    return number
  }

  /// A learning rate; of a list, the first, the others being for `rates`.
  func learningRate(_ key: String) throws -> Double {
    let value = try required(key)
    if let list = value.numbers, let first = list.first {
      rates = list
      return first
    }
    guard let number = value.number else { throw GoldenUnsupported("'\(key)' is neither a number nor a list") }
    return number
  }

  /// A list of so many numbers.
  func numbers(_ key: String, count: Int) throws -> [Double] {
    guard let numbers = try required(key).numbers, numbers.count == count else {
      throw GoldenUnsupported("'\(key)' is not \(count) numbers")
    }
    return numbers
  }

  /// A whole number.
  func count(_ key: String) throws -> Int {
    guard let count = try required(key).count else { throw GoldenUnsupported("'\(key)' is not a whole number") }
    return count
  }

  /// A truth value; false where there is none.
  func flag(_ key: String) throws -> Bool {
    guard let value = value(key) else { return false }
    guard let flag = value.bool else { throw GoldenUnsupported("'\(key)' is neither true nor false") }
    return flag
  }

  /// A text.
  func text(_ key: String) throws -> String {
    guard let text = try required(key).text else { throw GoldenUnsupported("'\(key)' is no text") }
    return text
  }

  /// Hyperparameters of something inside.
  func object(_ key: String) throws -> GoldenHyper {
    guard let object = try required(key).object else { throw GoldenUnsupported("'\(key)' is no object") }
    return remember(GoldenHyper(object))
  }

  /// Hyperparameters of several things inside.
  func objects(_ key: String) throws -> [GoldenHyper] {
    guard let array = try required(key).array else { throw GoldenUnsupported("'\(key)' is no array") }
    return try array.map {
      guard let object = $0.object else { throw GoldenUnsupported("'\(key)' has an element that is no object") }
      return remember(GoldenHyper(object))
    }
  }

  /// One flag a tensor, nil for null or for true, which mean all of them.
  func mask(_ key: String) throws -> [Bool]? {
    switch value(key) {
    case nil, .null, .bool(true): return nil
    case .array(let flags): return flags.map { $0.bool ?? false }
    default: throw GoldenUnsupported("'\(key)' is no mask")
    }
  }

  /// Gives values to keys that are not there.
  func fillIn(_ defaults: [String: JSONValue]) { values.merge(defaults) { own, _ in own } }

  /// Throws unless a key, if it is there, has the only value that is supported.
  func require(_ key: String, _ only: JSONValue) throws {
    guard let value = value(key), value != only else { return }
    throw GoldenUnsupported("'\(key)' is \(value)")
  }

  /// Throws if something was not read.
  func requireAllRead() throws {
    guard unread.isEmpty else { throw GoldenUnsupported("nothing reads \(unread.sorted().joined(separator: ", "))") }
    for part in parts { try part.requireAllRead() }
  }

  private func remember(_ part: GoldenHyper) -> GoldenHyper {
    parts.append(part)
    return part
  }
}
