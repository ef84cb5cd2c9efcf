/// Warns where the validation loss has long been rising while the training loss still falls.
public struct Overfitting: WarningRule {
  public var name: String { "overfitting" }
  /// How many times its best the validation loss may be (1.1).
  public var factor: Double
  /// How many epochs ago the best must be (5).
  public var patience: Int

  /// The rule.
  public init(factor: Double = 1.1, patience: Int = 5) {
    self.factor = factor
    self.patience = patience
  }

  public func check(_ epoch: EpochReport, record: inout [String: Double]) -> String? {
    guard let loss = epoch.validation?.loss, loss.isFinite else { return nil }
    guard let best = record["best"], let bestEpoch = record["epoch"], let training = record["training"], loss >= best
    else {
      record = ["best": loss, "epoch": Double(epoch.epoch), "training": epoch.training.loss]
      return nil
    }
    guard loss > factor * best, Double(epoch.epoch) - bestEpoch >= Double(patience), epoch.training.loss < training
    else { return nil }
    return """
      The model overfits: the validation loss was lowest after epoch \(Int(bestEpoch)), \(best.brief), and is \(loss.brief) \
      now, while the training loss fell from \(training.brief) to \(epoch.training.loss.brief). Stop earlier, regularize \
      more, or train on more examples.
      """
  }
}
