import GlissadeData

/// Members of a configuration in words.
enum Settings {
  /// A value as people write it.
  static func text(_ value: JSONValue) -> String {
    switch value {
    case .null: "none"
    case .bool(let flag): flag ? "yes" : "no"
    case .number(let number): NumberText.short(number)
    case .text(let text): text
    case .array(let values): values.map(text).joined(separator: ", ")
    case .object(let members): members.map { "\($0.name)=\(text($0.value))" }.joined(separator: ", ")
    }
  }

  /// A member where many stand in a row: `lr 0.01`, `batch 32`; nil for what goes without saying.
  static func phrase(_ name: String, _ value: JSONValue) -> String? {
    switch name {
    case _ where value == .null: nil
    case "schedule" where value == .text("constant"): nil
    case "learningRate": "lr \(text(value))"
    case "batchSize": "batch \(text(value))"
    case "set", "schedule", "scalar": text(value)
    default: "\(words(name)) \(text(value))"
    }
  }

  /// A name in words: `gradientNorm` is `gradient norm`.
  static func words(_ name: String) -> String {
    var words = ""
    for character in name {
      if character == "." || character == "_" || character == "-" {
        words += " "
      } else if character.isUppercase, let last = words.last, last.isLowercase {
        words += " " + character.lowercased()
      } else {
        words.append(character)
      }
    }
    return words
  }

  /// Words with a capital letter at their beginning.
  static func title(_ name: String) -> String { capitalized(words(name)) }

  static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
