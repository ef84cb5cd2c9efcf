/// What is said of a model or of data after its name, `key=value,…`; a key that nothing reads is an error.
final class Settings {
  private let name: String
  private let values: [String: String]
  private var read: [String] = []

  /// Settings of something by name, as an option has them.
  init(_ text: String, of name: String, option: String) throws {
    var values: [String: String] = [:]
    for pair in text.split(separator: ",") {
      let halves = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard halves.count == 2, values[halves[0]] == nil else {
        throw UsageError("--\(option) takes NAME or NAME:KEY=VALUE,…, each key once, not '\(pair)' after '\(name)'.")
      }
      values[halves[0]] = halves[1]
    }
    self.name = name
    self.values = values
  }

  /// A whole number of at least `minimum`.
  func count(_ key: String, _ standard: Int, minimum: Int = 1) throws -> Int {
    guard let text = text(key) else { return standard }
    guard let value = Int(text), (minimum...1_000_000).contains(value) else {
      throw UsageError("'\(key)' of '\(name)' is a whole number from \(minimum) to 1000000, not '\(text)'.")
    }
    return value
  }

  /// Whole numbers with × (or x) between them.
  func counts(_ key: String, _ standard: [Int]) throws -> [Int] {
    guard let text = text(key) else { return standard }
    let parts = text.split(whereSeparator: { "x×".contains($0) }).map { Int($0) ?? 0 }
    guard !parts.isEmpty, parts.allSatisfy({ (1...1_000_000).contains($0) }) else {
      throw UsageError("'\(key)' of '\(name)' is sizes with x between them, such as 512x256, not '\(text)'.")
    }
    return parts
  }

  /// A share of at least 0 and below 1.
  func share(_ key: String, _ standard: Double) throws -> Double {
    guard let text = text(key) else { return standard }
    guard let value = Double(text), value >= 0, value < 1 else {
      throw UsageError("'\(key)' of '\(name)' is at least 0 and below 1, not '\(text)'.")
    }
    return value
  }

  /// One of some words.
  func choice(_ key: String, _ words: [String]) throws -> String {
    guard let text = text(key) else { return words[0] }
    guard words.contains(text) else {
      throw UsageError("'\(key)' of '\(name)' is one of \(words.joined(separator: ", ")), not '\(text)'.")
    }
    return text
  }

  /// Throws if something was said that was not read.
  func requireAllRead() throws {
    let unread = values.keys.filter { !read.contains($0) }.sorted()
    guard let first = unread.first else { return }
    let known = read.isEmpty ? "no settings" : read.joined(separator: ", ")
    throw UsageError("'\(name)' has no setting '\(first)'; it has \(known).")
  }

  private func text(_ key: String) -> String? {
    read.append(key)
    return values[key]
  }
}
