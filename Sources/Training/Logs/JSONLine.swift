/// One JSON object on one line, its members in the order given.
public struct JSONLine: Sendable {
  /// The names of the members, and their values in JSON.
  public private(set) var members: [(name: String, value: String)] = []

  /// An object without members.
  public init() {}

  /// An event of the given name.
  public init(event: String) { add("event", event) }

  /// Adds a text.
  public mutating func add(_ name: String, _ text: String) { members.append((name, JSONText.quoted(text))) }

  /// Adds a whole number.
  public mutating func add(_ name: String, _ number: Int) { members.append((name, "\(number)")) }

  /// Adds true or false.
  public mutating func add(_ name: String, _ flag: Bool) { members.append((name, "\(flag)")) }

  /// Adds a number; JSON has no infinities and NaN, which become null.
  public mutating func add(_ name: String, _ number: Double) {
    members.append((name, number.isFinite ? "\(number)" : "null"))
  }

  /// Adds a number if there is one, else null.
  public mutating func add(_ name: String, _ number: Double?) {
    if let number { add(name, number) } else { members.append((name, "null")) }
  }

  /// Adds a list of texts.
  public mutating func add(_ name: String, _ texts: [String]) {
    members.append((name, "[\(texts.map(JSONText.quoted).joined(separator: ","))]"))
  }

  /// Adds a table of whole numbers, a list for each row.
  public mutating func add(_ name: String, _ rows: [[Int]]) {
    members.append((name, "[\(rows.map { "[\($0.map(String.init).joined(separator: ","))]" }.joined(separator: ","))]"))
  }

  /// Adds an object.
  public mutating func add(_ name: String, _ object: JSONLine) { members.append((name, object.text)) }

  /// Adds the members of another object.
  public mutating func add(contentsOf other: JSONLine) { members += other.members }

  /// The line, without its end.
  public var text: String { "{\(members.map { "\(JSONText.quoted($0)):\($1)" }.joined(separator: ","))}" }
}
