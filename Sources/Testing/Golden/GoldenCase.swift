/// One case of a golden file: what was run, and what came of it.
public struct GoldenCase: Sendable, CustomStringConvertible {
  /// The name, unique in its file.
  public let name: String
  /// What it is a case of.
  public let family: String
  /// Everything that the file says of the case.
  let value: JSONValue

  init(_ value: JSONValue, family: String, file: String) throws {
    guard let name = value["name"]?.text, value["expected"]?.object != nil else {
      throw GoldenError.malformed(file: file, problem: "a case has no 'name' or no 'expected'")
    }
    self.name = name
    self.family = family
    self.value = value
  }

  /// The name.
  public var description: String { name }

  /// The function or class that was run.
  var className: String { value["class"]?.text ?? "" }
  /// What is said beside the numbers.
  var note: String { value["note"]?.text ?? "" }
  /// Hyperparameters under the library's names.
  var hyper: GoldenHyper {
    GoldenHyper(value["hyper"]?.object ?? value["config"]?.object ?? [:], note: note)
  }
  /// How far a result may be from what is expected.
  var tolerance: GoldenTolerance {
    GoldenTolerance(relative: value["rtol"]?.number ?? 0, absolute: value["atol"]?.number ?? 0)
  }

  /// A result that is expected.
  func expected(_ key: String) throws -> JSONValue {
    guard let result = value["expected"]?[key] else { throw GoldenUnsupported("there is no expected '\(key)'") }
    return result
  }

  /// The results of each step.
  func expectedSteps(_ key: String) throws -> [JSONValue] {
    guard let steps = try expected(key).array else { throw GoldenUnsupported("'\(key)' is no array") }
    return steps
  }
}

/// How far a result may be from what is expected: |x − y| ≤ absolute + relative · |y|.
struct GoldenTolerance: Sendable {
  var relative: Double
  var absolute: Double
}
