import GlissadeData

/// Command lines that a shell reads as they were meant, whatever stands in them.
enum ShellCommand {
  /// A recorded command: its words, or its text.
  static func text(_ value: JSONValue?) -> String? {
    switch value {
    case .array(let words)?:
      let texts = words.compactMap(\.text)
      return texts.count == words.count && !texts.isEmpty ? texts.map(quoted).joined(separator: " ") : nil
    case .text(let text)?: return text
    default: return nil
    }
  }

  /// The recorded command of a run, or the one that its configuration comes from.
  static func text(_ run: RunRecord) -> String? {
    if let recorded = text(run.setting("command")) { return recorded }
    guard run.setting("data")?.text != nil, run.setting("optimizer") != nil else { return nil }
    var words = ["glissade", "train"]
    for (option, name) in options {
      switch run.setting(name) {
      // The data that is trained on unless another is named.
      case .text("digits")? where option == "data": break
      case .text(let text)?: words += ["--\(option)", text]
      case .number(let number)?:
        words += ["--\(option)", Int(exactly: number).map(String.init) ?? "\(number)"]
      default: break
      }
    }
    return words.map(quoted).joined(separator: " ")
  }

  private static let options = [
    ("data", "data"), ("model", "model"), ("optimizer", "optimizer"), ("set", "set"), ("learning-rate", "learningRate"),
    ("schedule", "schedule"),
    ("clip", "clip"), ("batch-size", "batchSize"), ("epochs", "epochs"), ("steps", "steps"), ("hidden", "hidden"),
    ("scalar", "scalar"),
    ("seed", "seed"),
  ]

  /// A word of a command line in single quotes, where it needs them.
  static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789-_./:=,+@%".unicodeScalars.contains(scalar))
      }
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
