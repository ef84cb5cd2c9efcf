/// One JSON object on one line, its members in the order given.
struct JSONLine {
  private var members: [String] = []

  mutating func add(_ name: String, _ flag: Bool) { append(name, "\(flag)") }
  mutating func add(_ name: String, _ number: Int) { append(name, "\(number)") }

  /// Adds a number; JSON has no infinities and NaN, which become null.
  mutating func add(_ name: String, _ number: Double) { append(name, number.isFinite ? "\(number)" : "null") }

  /// Adds text if there is some, else null.
  mutating func add(_ name: String, _ text: String?) { append(name, text.map(Self.quoted) ?? "null") }

  /// The line, without its end.
  var text: String { "{\(members.joined(separator: ","))}" }

  private mutating func append(_ name: String, _ value: String) { members.append("\(Self.quoted(name)):\(value)") }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
