/// Gradient descent, w ← w − η g: the whole data set, one example or a mini-batch at a time, as the batch size says.
///
/// Cauchy 1847; Robbins and Monro 1951 (doi:10.1214/aoms/1177729586) for the stochastic kind.
public struct GradientDescent: ElementwiseOptimizer {
  /// η, the size of a step.
  public var learningRate: Double

  /// Gradient descent with η = 0.01 by default (optax has no default, PyTorch's is 1e-3).
  public init(learningRate: Double = 0.01) { self.learningRate = learningRate }

  @inlinable @inline(__always)
  public func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at step: Step) {
    w -= learningRate * g
  }
}

extension GradientDescent {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "gradient-descent", GradientDescent(), summary: "w ← w − η g, nothing else", paper: "Cauchy 1847",
    laws: .elementwise, [.number("learningRate", \.learningRate, .nonNegative)])
}
