/// What can be relied on of an optimizer, beyond what holds for all.
public struct OptimizerLaws: OptionSet, Hashable, Sendable {
  /// A bit for each law.
  public let rawValue: Int
  /// The laws of the given bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Every element is treated alike, wherever it lies: permuting parameters permutes the result.
  public static let elementwise = OptimizerLaws(rawValue: 1 << 0)
  /// Gradients times a positive number give the same steps, to rounding (with ε of no account).
  public static let scaleInvariant = OptimizerLaws(rawValue: 1 << 1)
  /// How parameters are divided into segments matters.
  public static let segmented = OptimizerLaws(rawValue: 1 << 2)
  /// It needs the value of the objective at each step.
  public static let needsLoss = OptimizerLaws(rawValue: 1 << 3)
  /// It evaluates the objective at other points, or its curvature.
  public static let needsEvaluator = OptimizerLaws(rawValue: 1 << 4)
}
