import Glissade

/// One JSON object on one line, its members in the order given.
struct JSONLine {
  private var members: [String] = []

  /// An event of the given name.
  init(event: String) { add("event", event) }

  mutating func add(_ name: String, _ text: String) { members.append("\(Self.quoted(name)):\(Self.quoted(text))") }
  mutating func add(_ name: String, _ number: Int) { members.append("\(Self.quoted(name)):\(number)") }
  mutating func add(_ name: String, _ flag: Bool) { members.append("\(Self.quoted(name)):\(flag)") }

  /// Adds a number; JSON has no infinities and NaN, which become null.
  mutating func add(_ name: String, _ number: Double) {
    members.append("\(Self.quoted(name)):\(number.isFinite ? "\(number)" : "null")")
  }

  /// Adds a number if there is one, else null.
  mutating func add(_ name: String, _ number: Double?) {
    if let number { add(name, number) } else { members.append("\(Self.quoted(name)):null") }
  }

  mutating func add(_ name: String, _ texts: [String]) {
    members.append("\(Self.quoted(name)):[\(texts.map(Self.quoted).joined(separator: ","))]")
  }

  /// The line, without its end.
  var text: String { "{\(members.joined(separator: ","))}" }

  private static func quoted(_ text: String) -> String { JSONText.quoted(text) }
}
