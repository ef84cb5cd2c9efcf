/// Something about a run that its owner should know, in plain words.
public struct TrainingWarning: Sendable, Hashable {
  /// The name of the rule that noticed it, such as `dead-units`.
  public let rule: String
  /// A sentence that says what was seen, and what to try.
  public let message: String
}
