/// How weight decay enters a step.
public enum DecayKind: String, CaseIterable, Sendable {
  /// g ← g + λ w, before anything else.
  case coupled
  /// w ← (1 − η λ) w, apart from the step.
  case decoupled
}
