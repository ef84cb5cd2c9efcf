/// How gradients are checked.
public struct GradientCheckOptions: Sendable {
  /// How many directions or elements are tried.
  public enum Mode: Sendable, Equatable {
    /// Every element of every tensor by itself: the whole Jacobian times a random cotangent.
    case everyElement
    /// So many random directions through all elements of a tensor at once: the fast mode for large tensors.
    case directions(Int)
  }

  /// Every element, or random directions.
  public var mode: Mode = .everyElement
  /// The seed of cotangents and directions.
  public var seed: UInt64 = 1
  /// The largest difference from dual numbers, relative to the scale of the tensor's gradient. Rounding alone separates
  /// the two.
  public var dualTolerance = 1e-12
  /// The largest difference from central differences, relative to the scale of the tensor's gradient.
  ///
  /// With steps of ∛ε · max(1, |x|), truncation and rounding are each of order ε^(2/3) ≈ 4e-11; the tolerance leaves room
  /// for third derivatives and sums of some hundred terms.
  public var differenceTolerance = 2e-7
  /// c in the error model of low precision: |error| ≤ c · u · scale, where u is the unit roundoff of the type and scale
  /// the largest magnitude among the exact gradients, the output's cotangent and the program's values.
  public var lowPrecisionFactor = 16.0
  /// Whether the program is differentiable near the point; without it differences are not taken.
  public var usesDifferences = true

  /// The options' defaults.
  public init() {}
}
