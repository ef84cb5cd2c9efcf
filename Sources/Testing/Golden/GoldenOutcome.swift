/// What came of a golden case.
public enum GoldenOutcome: Sendable {
  /// All results are within the tolerance; the largest relative error.
  case passed(error: Double)
  /// A result is not; the largest relative error, and where it is.
  case failed(error: Double, message: String)
  /// The case asks for what is not supported.
  case unsupported(reason: String)

  /// `passed`, `failed` or `unsupported`.
  public var name: String {
    switch self {
    case .passed: "passed"
    case .failed: "failed"
    case .unsupported: "unsupported"
    }
  }

  /// The largest relative error; nil for an unsupported case.
  public var error: Double? {
    switch self {
    case .passed(let error), .failed(let error, _): error
    case .unsupported: nil
    }
  }

  /// What went wrong, nil where nothing did.
  public var message: String? {
    switch self {
    case .passed: nil
    case .failed(_, let message): message
    case .unsupported(let reason): reason
    }
  }
}
