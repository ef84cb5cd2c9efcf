/// A hyperparameter of a rule that can be read and set by name, with what is legal.
public struct Hyperparameter<Rule>: Sendable {
  /// Its name, that of the property.
  public let name: String
  /// What is legal, in words.
  public let legal: String
  /// Legal values that may change what a rule does, and what it keeps: 0 or none of a number, all of a few.
  let alternatives: [String]
  let text: @Sendable (Rule) -> String
  let set: @Sendable (inout Rule, String) -> Bool

  /// A number within bounds.
  public static func number(
    _ name: String, _ path: WritableKeyPath<Rule, Double> & Sendable, _ bounds: NumberBounds = .any
  ) -> Hyperparameter {
    Hyperparameter(name: name, legal: bounds.description, alternatives: bounds.contains(0) ? ["0"] : []) {
      text(of: $0[keyPath: path])
    } set: { rule, text in
      guard let value = Double(text), bounds.contains(value) else { return false }
      rule[keyPath: path] = value
      return true
    }
  }

  /// A number as people write it: without decimals where it has none.
  private static func text(of value: Double) -> String {
    Int(exactly: value).map { $0.magnitude < 1_000_000_000 ? "\($0)" : "\(value)" } ?? "\(value)"
  }

  /// A number within bounds, or `none`.
  public static func number(
    _ name: String, _ path: WritableKeyPath<Rule, Double?> & Sendable, _ bounds: NumberBounds = .any
  ) -> Hyperparameter {
    Hyperparameter(name: name, legal: "\(bounds), or none", alternatives: ["none"]) {
      $0[keyPath: path].map { text(of: $0) } ?? "none"
    } set: { rule, text in
      if text == "none" {
        rule[keyPath: path] = nil
        return true
      }
      guard let value = Double(text), bounds.contains(value) else { return false }
      rule[keyPath: path] = value
      return true
    }
  }

  /// A whole number of at least `minimum`.
  public static func count(
    _ name: String, _ path: WritableKeyPath<Rule, Int> & Sendable, minimum: Int = 1
  ) -> Hyperparameter {
    Hyperparameter(name: name, legal: "a whole number from \(minimum) to 1000000000", alternatives: []) {
      "\($0[keyPath: path])"
    } set: { rule, text in
      guard let value = Int(text), value >= minimum, value <= 1_000_000_000 else { return false }
      rule[keyPath: path] = value
      return true
    }
  }

  /// Something that is done or not.
  public static func flag(_ name: String, _ path: WritableKeyPath<Rule, Bool> & Sendable) -> Hyperparameter {
    Hyperparameter(name: name, legal: "true or false", alternatives: ["false", "true"]) {
      "\($0[keyPath: path])"
    } set: { rule, text in
      guard let value = Bool(text) else { return false }
      rule[keyPath: path] = value
      return true
    }
  }

  /// One of the cases of an enumeration.
  public static func choice<Choice: CaseIterable & RawRepresentable<String> & SendableMetatype>(
    _ name: String, _ path: WritableKeyPath<Rule, Choice> & Sendable
  ) -> Hyperparameter {
    let names = Choice.allCases.map(\.rawValue)
    return Hyperparameter(name: name, legal: "one of \(names.joined(separator: ", "))", alternatives: names) {
      $0[keyPath: path].rawValue
    } set: { rule, text in
      guard let value = Choice(rawValue: text) else { return false }
      rule[keyPath: path] = value
      return true
    }
  }

  /// The same hyperparameter of a rule that holds this one's.
  func within<Outer>(_ path: WritableKeyPath<Outer, Rule> & Sendable) -> Hyperparameter<Outer> {
    Hyperparameter<Outer>(name: name, legal: legal, alternatives: alternatives) {
      text($0[keyPath: path])
    } set: { rule, text in
      set(&rule[keyPath: path], text)
    }
  }
}
