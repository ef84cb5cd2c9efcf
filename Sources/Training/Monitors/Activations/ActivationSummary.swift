/// What the values of one operation of the forward pass come to.
public struct ActivationSummary: Sendable, Hashable {
  /// The operation: its number in the pass and its name, such as `3 tanh`.
  public let label: String
  /// The mean of the values.
  public let mean: Double
  /// Their standard deviation.
  public let deviation: Double
  /// For rectifiers, the fraction of units (places along the last axis) that are zero for all examples of the batch; nil for
  /// other operations, and for batches of less than 16.
  public let deadFraction: Double?

  /// In fewer examples than these a unit can be zero by chance.
  static let fewestRows = 16

  /// The summary of an operation's values; nil for those of a single number, such as the loss.
  init?<S: Scalar>(_ operation: RecordedOperation<S>) {
    let value = operation.value
    guard value.count > 1 else { return nil }
    label = operation.label
    let count = Double(value.count)
    mean = value.reduced(.sum).double / count
    // From the deviations, not from the mean square, in which they could drown.
    deviation = ((value - mean).reduced(.sumOfSquares).double / count).squareRoot()
    guard operation.rectifies, value.shape.rank >= 2, value.shape.rows >= Self.fewestRows else {
      deadFraction = nil
      return
    }
    let sums = value.summed(to: [value.shape[value.shape.rank - 1]])
    deadFraction = Double(sums.elements.count { $0 == 0 }) / Double(sums.count)
  }
}
