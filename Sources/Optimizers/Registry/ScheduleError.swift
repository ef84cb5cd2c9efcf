/// What can be wrong with the description of a schedule.
public enum ScheduleError: Error, Hashable, CustomStringConvertible {
  /// There is no schedule of that name.
  case unknownSchedule(name: String, known: [String])
  /// The schedule has no setting of that name.
  case unknownSetting(schedule: String, name: String, known: [String])
  /// The value of a setting is not legal.
  case illegalValue(schedule: String, name: String, value: String, legal: String)
  /// Legal values do not go together.
  case illegalCombination(schedule: String, problem: String)
  /// A part of the description is not `NAME` or `NAME:key=value,…`.
  case malformed(part: String)
  /// A schedule that does not end is followed by another.
  case endless(name: String)

  /// A sentence that says what would do.
  public var description: String {
    switch self {
    case .unknownSchedule(let name, let known):
      "There is no schedule '\(name)'; there are \(known.joined(separator: ", "))."
    case .unknownSetting(let schedule, let name, let known):
      known.isEmpty
        ? "'\(schedule)' has no settings, so no '\(name)' either."
        : "'\(schedule)' has no setting '\(name)'; it has \(known.joined(separator: ", "))."
    case .illegalValue(let schedule, let name, let value, let legal):
      "'\(name)' of '\(schedule)' is \(legal), not '\(value)'."
    case .illegalCombination(let schedule, let problem): "'\(schedule)': \(problem)."
    case .malformed(let part):
      "'\(part)' is no schedule; write NAME or NAME:key=value,key=value, such as cosine:to=0.1."
    case .endless(let name): "'\(name)' does not end, so nothing can come after it; give it steps=N, or put it last."
    }
  }
}
