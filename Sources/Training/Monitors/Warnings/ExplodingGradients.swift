/// Warns where the gradient's norm is suddenly many times what it was.
public struct ExplodingGradients: WarningRule {
  public var name: String { "exploding-gradients" }
  /// How many times the usual norm is too much (100).
  public var factor: Double
  /// The number of steps from which the usual norm is known (10).
  public var patience: Int

  /// The rule.
  public init(factor: Double = 100, patience: Int = 10) {
    self.factor = factor
    self.patience = patience
  }

  public func check(_ step: StepEvent, record: inout [String: Double]) -> String? {
    // A step that is left out, as with a loss scale that is still too large, says nothing.
    guard step.gradientNorm.isFinite, step.gradientNorm > 0 else { return nil }
    let count = (record["count"] ?? 0) + 1
    let usual = record["usual"] ?? step.gradientNorm
    if count > Double(patience), step.gradientNorm > factor * usual {
      return """
        The gradients explode: at step \(step.totalSteps) their norm is \(step.gradientNorm.brief), usually it was \
        \(usual.brief). Clip them, or take a smaller learning rate.
        """
    }
    record["count"] = count
    // The geometric mean of recent norms, so that one large norm does not raise it much: u ← u (n/u)^(1/32).
    let ratio = step.gradientNorm / usual
    record["usual"] = usual * root32(ratio)
    return nil
  }

  /// x^(1/32), by square roots alone: the same bits on every machine.
  private func root32(_ x: Double) -> Double { (0..<5).reduce(x) { root, _ in root.squareRoot() } }
}
