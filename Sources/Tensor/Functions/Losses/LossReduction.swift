/// What becomes of the losses of single elements or rows.
public enum LossReduction: String, CaseIterable, Sendable {
  /// Their mean; of a weighted loss, divided by the sum of the weights.
  case mean
  /// Their sum.
  case sum
  /// They stay as they are.
  case none

  /// The losses reduced; `divisor` takes the place of their number in the mean.
  func of<S>(_ losses: Variable<S>, divisor: Double? = nil) -> Variable<S> {
    switch self {
    case .none: losses
    case .sum: losses.sum()
    case .mean: divisor.map { losses.sum() / $0 } ?? losses.mean()
    }
  }
}
