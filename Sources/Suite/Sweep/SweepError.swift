/// What can be wrong with a sweep's file.
public enum SweepError: Error, Hashable, CustomStringConvertible {
  /// It is not the JSON that is expected.
  case malformed
  /// An option has an empty list of values.
  case noValues(option: String)
  /// There are more combinations than anybody can want.
  case tooManyRuns

  /// A sentence that says what to do.
  public var description: String {
    switch self {
    case .malformed:
      #"A sweep is JSON such as {"command": "train", "options": {"optimizer": ["sgd", "adam"], "epochs": 5}}; "#
        + "values are texts, numbers, true or false, or lists of these."
    case .noValues(let option): "The option '\(option)' has no values; give it one, or leave it out."
    case .tooManyRuns: "The sweep has more than \(SweepPlan.maximumRunCount) runs; leave out some values."
    }
  }
}
