/// (x − mean)/√(variance + ε), with mean and biased variance over some of the axes.
///
/// The statistics are over all axes but those kept: over rows for layer, group and instance normalization, over
/// everything but the channels for batch normalization.
public struct Standardize: Differentiable {
  /// What has statistics of its own.
  public enum Kept: Hashable, Sendable {
    /// Each row along the last axis.
    case rows
    /// Each index of one axis.
    case axis(Int)

    /// The shape of the statistics of a tensor.
    public func shape(of shape: Shape) -> Shape {
      switch self {
      case .rows: shape.perRow
      case .axis(let axis): shape.keepingOnly(axis)
      }
    }
  }

  /// What has statistics of its own.
  public let kept: Kept
  /// ε, which keeps the denominator away from zero.
  public let epsilon: Double

  /// The operation.
  public init(keeping kept: Kept, epsilon: Double = 1e-5) {
    self.kept = kept
    self.epsilon = epsilon
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> {
    let input = x[0]
    require(input.shape.rank > 0, "a tensor of shape \(input.shape) cannot be standardized")
    let (_, variance, centered) = Self.statistics(of: input, keeping: kept)
    let inverseDeviation = (variance + epsilon).applying(.squareRoot).applying(.reciprocal)
    x.save(inverseDeviation.narrowed(to: S.self))
    return (centered * inverseDeviation).narrowed(to: S.self)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func pullback<S: Scalar>(_ step: Pullback<S>) {
    // (g − mean(g) − x̂ mean(g x̂)) / deviation
    let (g, normalized) = (step.cotangent.widened(), step.output.widened())
    let statistics = kept.shape(of: g.shape)
    let scale = Double(statistics.count) / Double(max(1, g.count))
    let along = (g * normalized).summed(to: statistics, scale: scale)
    let dx = (g - g.summed(to: statistics, scale: scale) - normalized * along) * step.saved(0).widened()
    step.add(dx.narrowed(to: S.self), to: 0)
  }

  /// Mean, biased variance, and what is left without the mean, in the accumulator's type throughout: the variance of
  /// narrow floats would lose its digits.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public static func statistics<S: Scalar>(of x: Tensor<S>, keeping kept: Kept)
    -> (mean: Tensor<S.Accumulator>, variance: Tensor<S.Accumulator>, centered: Tensor<S.Accumulator>)
  {
    let statistics = kept.shape(of: x.shape)
    let scale = Double(statistics.count) / Double(max(1, x.count))
    let wide = x.widened()
    let mean = wide.summed(to: statistics, scale: scale)
    let centered = wide - mean
    return (mean, (centered * centered).summed(to: statistics, scale: scale), centered)
  }
}
