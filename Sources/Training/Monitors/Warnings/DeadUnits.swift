/// Warns where many units of a rectifier are zero whatever the example.
///
/// It looks at the fractions that `ActivationMonitor` measures.
public struct DeadUnits: WarningRule {
  public var name: String { "dead-units" }
  /// What fraction of an operation's units is too much (0.5).
  public var fraction: Double
  /// In how many measurements in a row (5).
  public var patience: Int

  /// The rule.
  public init(fraction: Double = 0.5, patience: Int = 5) {
    self.fraction = fraction
    self.patience = patience
  }

  public func check(_ step: StepEvent, record: inout [String: Double]) -> String? {
    let prefix = "deadUnits/"
    let fractions = step.measurements.filter { $0.name.hasPrefix(prefix) }
    guard let worst = fractions.max(by: { $0.value < $1.value }),
      record.count(worst.value > fraction, as: "row") >= patience
    else { return nil }
    return """
      Units are dead: \(Int((100 * worst.value).rounded())) % of those of operation \(worst.name.dropFirst(prefix.count)) are \
      zero for every example. Try a smaller learning rate, or an activation with a slope below zero.
      """
  }
}
