/// A line of a comparison's record; Docs/Guides/RecordsOfComparisons.md describes them.
public enum ComparisonLine: Hashable, Sendable {
  /// The first line.
  case comparison(ComparisonHeader)
  /// A run of the learning-rate search.
  case trial(TrialLine)
  /// The learning rate that an optimizer has on a problem.
  case tuned(TunedLine)
  /// A run that is reported.
  case run(RunLine)
  /// What the runs of an optimizer on a problem came to together.
  case summary(SummaryLine)
  /// Paired tests of two optimizers on a problem.
  case test(TestLine)
  /// The performance profile of an optimizer.
  case profile(ProfileLine)
  /// The last line.
  case finished(FinishedLine)

  /// What identifies it, for runs and trials.
  var key: RunKey? {
    switch self {
    case .trial(let line): line.key
    case .run(let line): line.key
    default: nil
    }
  }
}
