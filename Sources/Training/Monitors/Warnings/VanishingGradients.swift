/// Warns where almost nothing of the gradient reaches some weights.
///
/// It looks at the norms that `GradientNormMonitor` measures of each weight.
public struct VanishingGradients: WarningRule {
  public var name: String { "vanishing-gradients" }
  /// How small a part of the largest norm is too little (1e-4).
  public var fraction: Double
  /// In how many measurements in a row (5).
  public var patience: Int

  /// The rule.
  public init(fraction: Double = 1e-4, patience: Int = 5) {
    self.fraction = fraction
    self.patience = patience
  }

  public func check(_ step: StepEvent, record: inout [String: Double]) -> String? {
    let prefix = "gradientNorm/"
    // Only weights: the gradient of a bias can be zero for good reasons, such as a normalization behind it. And none that is
    // zero, as behind dead units: nothing has vanished on its way there.
    let norms = step.measurements.filter {
      $0.name.hasPrefix(prefix) && $0.name.lowercased().hasSuffix("weight") && $0.value > 0
    }
    guard let smallest = norms.min(by: { $0.value < $1.value }), let largest = norms.max(by: { $0.value < $1.value })
    else { return nil }
    guard record.count(smallest.value < fraction * largest.value, as: "row") >= patience else { return nil }
    return """
      The gradients vanish: the norm of that of \(smallest.name.dropFirst(prefix.count)) is \(smallest.value.brief), of \
      \(largest.name.dropFirst(prefix.count)) \(largest.value.brief). Try other activations or initial values, \
      normalization, or residual connections.
      """
  }
}
