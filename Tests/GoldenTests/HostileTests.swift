import Foundation
import GlissadeTesting
import Testing

/// Golden files come from outside: whatever stands in one, a case passes, fails, or is unsupported for a reason.
@Suite struct HostileTests {
  /// Every hyperparameter of every class of cases, replaced by something absurd, other things at other places.
  @Test(arguments: ["optimizers", "schedules", "lbfgs"])
  func hyperparametersNeverTrap(_ family: String) throws {
    let file = try Fixture.load(text: try Mutants(try Fixture.text(family)).text)
    #expect(file.cases.count > 50)
    for item in file.cases {
      let outcome = GoldenSuite.run(item, in: file)
      #expect(outcome.name == "passed" || outcome.message != nil, "\(item)")
    }
  }

  @Test(arguments: [
    (#""shape":[4,3]"#, "its sizes", [#""shape":[4,-3]"#, #""shape":[1e30,3]"#, #""shape":[5,3]"#, #""shape":[]"#]),
    (#""params""#, "its parameters", [#""parameters""#]),
    (#""grads""#, "its gradients", [#""gradients""#]),
  ])
  func problemsNeverTrap(_ part: String, _ name: String, _ replacements: [String]) throws {
    let text = try Fixture.text("optimizers")
    let place = try #require(text.range(of: part))
    for replacement in replacements {
      try run(text.replacingCharacters(in: place, with: replacement), "\(name) as \(replacement)")
    }
  }

  /// A disagreement is told of.
  @Test func aShapeThatDisagreesIsUnsupported() throws {
    let text = try Fixture.text("optimizers")
    let place = try #require(text.range(of: #""shape":[4,3]"#))
    let file = try Fixture.load(text: text.replacingCharacters(in: place, with: #""shape":[5,3]"#))
    let outcome = GoldenSuite.run(file.cases[0], in: file)
    #expect(outcome.message == "a tensor [5, 3] has 12 elements")
  }

  @Test func anIllegalRateIsUnsupported() throws {
    let text = try Fixture.text("optimizers")
    let place = try #require(text.range(of: #""lr":0.001"#))
    let file = try Fixture.load(text: text.replacingCharacters(in: place, with: #""lr":-0.001"#))
    #expect(GoldenSuite.run(file.cases[0], in: file).message == "'lr' is a number from 0, not -0.001")
  }

  private func run(_ text: String, _ what: String) throws {
    let file = try Fixture.load(text: text)
    let outcome = GoldenSuite.run(file.cases[0], in: file)
    #expect(outcome.name == "unsupported" && outcome.message != nil, "\(what)")
  }
}

/// A golden file with a case for every hyperparameter of every class, that one being absurd.
private struct Mutants {
  let text: String

  private static let absurd = [
    "1e400", "-1", "1e308", "\"nan\"", "0", "1e19", "null", "1e30", "[]", "-1e308", "true", "2.5", "\"x\"", "5e-324",
    "\"inf\"", "{}", "-0.0", "[1e30]",
  ]

  init(_ original: String) throws {
    let parsed = try JSONSerialization.jsonObject(with: Data(original.utf8))
    var file = try #require(parsed as? [String: Any])
    let cases = try #require(file["cases"] as? [[String: Any]])
    var seen: Set<String> = []
    var mutants: [[String: Any]] = []
    for item in cases {
      guard let name = item["class"] as? String, let hyper = item["hyper"] as? [String: Any] else { continue }
      for place in Self.places(in: hyper) where seen.insert(name + place.joined(separator: ".")).inserted {
        let absurd = "@\(7 * seen.count % Self.absurd.count)@"
        var mutant = item
        mutant["name"] = "\(name) \(place) \(absurd)"
        mutant["hyper"] = Self.replacing(place[...], in: hyper, by: absurd)
        if var expected = item["expected"] as? [String: Any], let steps = expected["params"] as? [Any] {
          expected["params"] = Array(steps.prefix(4))
          mutant["expected"] = expected
        }
        mutants.append(mutant)
      }
    }
    file["cases"] = mutants
    var text = String(decoding: try JSONSerialization.data(withJSONObject: file), as: UTF8.self)
    for (index, value) in Self.absurd.enumerated() {
      text = text.replacingOccurrences(of: "\"@\(index)@\"", with: value)
    }
    self.text = text
  }

  /// The places of all values in an object, those of lists too.
  private static func places(in value: Any) -> [[String]] {
    if let object = value as? [String: Any] {
      return object.sorted { $0.key < $1.key }.flatMap { key, value in
        [[key]] + places(in: value).map { [key] + $0 }
      }
    }
    guard let list = value as? [Any] else { return [] }
    return list.indices.flatMap { index in [["\(index)"]] + places(in: list[index]).map { ["\(index)"] + $0 } }
  }

  private static func replacing(_ place: ArraySlice<String>, in value: Any, by absurd: String) -> Any {
    guard let key = place.first else { return absurd }
    if var object = value as? [String: Any], let inner = object[key] {
      object[key] = replacing(place.dropFirst(), in: inner, by: absurd)
      return object
    }
    guard var list = value as? [Any], let index = Int(key) else { return value }
    list[index] = replacing(place.dropFirst(), in: list[index], by: absurd)
    return list
  }
}
