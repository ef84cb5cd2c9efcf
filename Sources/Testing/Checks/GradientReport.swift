/// What the checks of one subject found.
public struct GradientReport: Sendable {
  /// The subject's name.
  public let name: String
  /// What was checked, each with the worst element.
  public let checks: [CheckResult]

  /// Whether all checks passed.
  public var passed: Bool { checks.allSatisfy(\.passed) }

  /// The failed check with the largest error relative to its tolerance.
  public var worst: CheckResult? {
    checks.filter { !$0.passed }.max { $0.excess < $1.excess }
  }
}

extension GradientReport: CustomStringConvertible {
  /// A line if all passed, else the worst element and the likely cause.
  public var description: String {
    guard let worst else { return "\(name): \(checks.count) gradient checks passed" }
    return "\(name): \(worst)"
  }
}

/// One kind of check of one subject.
public struct CheckResult: Sendable {
  /// What the gradient was compared with.
  public enum Reference: String, Sendable, CaseIterable {
    /// Derivatives by dual numbers, exact but for rounding.
    case dualNumbers = "dual numbers"
    /// Central differences in Double.
    case differences = "central differences"
    /// The gradient of the same program in Double.
    case double = "the same program in Double"
  }

  /// What the gradient was compared with.
  public let reference: Reference
  /// The scalar type whose gradient was checked.
  public let scalar: String
  /// The number of comparisons.
  public let count: Int
  /// The largest difference relative to its tolerance: at most 1 if the check passed.
  public let excess: Double
  /// The tensor in which that was.
  public let tensor: String
  /// The element, one index an axis; nil where a direction through all elements was compared.
  public let index: [Int]?
  /// What the tape computed there.
  public let computed: Double
  /// What the reference says there.
  public let expected: Double
  /// What is probably wrong, in words; empty if the check passed.
  public let likelyCause: String

  /// Whether every difference was within its tolerance.
  public var passed: Bool { excess <= 1 }
}

extension CheckResult: CustomStringConvertible {
  /// The worst element with both values, and the likely cause.
  public var description: String {
    let place = index.map { "\(tensor)\($0)" } ?? "\(tensor) along a random direction"
    let verdict = passed ? "agrees" : "differs"
    let sizes = "computed \(computed), expected \(expected), \(excess) times the tolerance"
    let cause = likelyCause.isEmpty ? "" : "; \(likelyCause)"
    return "the \(scalar) gradient \(verdict) with \(reference.rawValue), worst at \(place): \(sizes)\(cause)"
  }
}

/// A gradient that is wrong: what `checkGradients` throws.
public struct GradientCheckFailure: Error, CustomStringConvertible {
  /// All checks.
  public let report: GradientReport
  /// The worst element and the likely cause.
  public var description: String { report.description }
}
