import GlissadeOptimizers

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

  /// A number within bounds.
  func number(_ key: String, _ bounds: NumberBounds = .any) throws -> Double {
    try Self.number(try required(key), key, bounds)
  }

  /// A number within bounds, or nil for null or nothing.
  func optionalNumber(_ key: String, _ bounds: NumberBounds = .any) throws -> Double? {
    guard let value = value(key), value != .null else { return nil }
    return try Self.number(value, key, bounds)
  }

  /// A learning rate; of a list, the first, the others being for `rates`.
  func learningRate(_ key: String) throws -> Double {
    let value = try required(key)
    guard let list = value.array, let first = list.first else { return try Self.number(value, key, .nonNegative) }
    rates = try list.map { try Self.number($0, key, .nonNegative) }
    return try Self.number(first, key, .positive)
  }

  /// A list of so many numbers.
  func numbers(_ key: String, count: Int) throws -> [Double] {
    guard let array = try required(key).array, array.count == count else {
      throw GoldenUnsupported("'\(key)' is not \(count) numbers")
    }
    return try array.map { try Self.number($0, key, .any) }
  }

  /// A whole number from `minimum` to a million, more than any case needs.
  func count(_ key: String, from minimum: Int = 0) throws -> Int { try Self.count(try required(key), key, minimum) }

  /// A whole number, or nil for null or nothing.
  func optionalCount(_ key: String, from minimum: Int = 0) throws -> Int? {
    guard let value = value(key), value != .null else { return nil }
    return try Self.count(value, key, minimum)
  }

  /// Steps in order, at which something changes.
  func steps(_ key: String, count: Int? = nil) throws -> [Int] {
    guard let array = try required(key).array, array.count == count ?? array.count else {
      throw GoldenUnsupported("'\(key)' is no list of \(count.map { "\($0) " } ?? "")steps")
    }
    let steps = try array.map { try Self.count($0, key, 0) }
    guard steps == steps.sorted() else { throw GoldenUnsupported("'\(key)' is not in order") }
    return steps
  }

  private static func number(_ value: JSONValue, _ key: String, _ bounds: NumberBounds) throws -> Double {
    guard let number = value.number, bounds.contains(number) else {
      throw GoldenUnsupported("'\(key)' is \(bounds), not \(value)")
    }
    return number
  }

  private static func count(_ value: JSONValue, _ key: String, _ minimum: Int) throws -> Int {
    guard let count = value.count, (minimum...1_000_000).contains(count) else {
      throw GoldenUnsupported("'\(key)' is a whole number from \(minimum) to a million, not \(value)")
    }
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
