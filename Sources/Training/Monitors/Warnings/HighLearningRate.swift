/// Warns where the loss has risen to well above that of the first steps.
public struct HighLearningRate: WarningRule {
  public var name: String { "high-learning-rate" }
  /// How many times the loss at the beginning is too much (2).
  public var factor: Double
  /// The number of steps that make the beginning (5), and four times which must have been taken.
  public var beginning: Int

  /// The rule.
  public init(factor: Double = 2, beginning: Int = 5) {
    self.factor = factor
    self.beginning = beginning
  }

  public func check(_ step: StepEvent, record: inout [String: Double]) -> String? {
    guard step.loss.isFinite else { return nil }
    let count = (record["count"] ?? 0) + 1
    record["count"] = count
    if count <= Double(beginning) { record["first"] = (record["first"] ?? 0) + step.loss / Double(beginning) }
    let recent = (record["recent"] ?? step.loss) * 0.9 + 0.1 * step.loss
    record["recent"] = recent
    // Losses that can be negative have no zero to be compared with.
    guard let first = record["first"], first > 0, count >= Double(4 * beginning), recent > factor * first else {
      return nil
    }
    return """
      The learning rate is too high: after \(step.totalSteps) steps the loss is about \(recent.brief), at the beginning it \
      was \(first.brief). Try a tenth of it, or a warm-up.
      """
  }
}
