/// Fromage: gradient descent with steps of a fixed length beside the weights of each tensor, which do not grow.
///
/// w ← (w − η g max(‖w‖, ν)/max(‖g‖, ν))/√(1 + η²) for each tensor. Bernstein, Vahdat, Yue, Liu 2020 (arXiv:2002.03432);
/// the least norm ν is optax's. As published, weights shrink where the gradient is zero.
public struct Fromage: LayerwiseOptimizer {
  /// η, the size of a step.
  public var learningRate: Double
  /// ν, below which no norm counts.
  public var minimumNorm: Double

  /// The method with η = 0.01, which its authors recommend, and optax's ν = 1e-6.
  public init(learningRate: Double = 0.01, minimumNorm: Double = 1e-6) {
    self.learningRate = learningRate
    self.minimumNorm = minimumNorm
  }

  public var stepsAlongGradient: Bool { true }

  /// 1/√(1 + η²), by which weights shrink.
  public func coefficients(at step: Step) -> Double { 1 / (1 + learningRate * learningRate).squareRoot() }

  public func factor<A: Scalar>(weights: A, direction: A, kept: inout A, at shrinking: Double) -> A
  where A.Accumulator == A {
    let least = A(minimumNorm)
    return trustRatio(weights: weights > least ? weights : least, direction: direction > least ? direction : least)
  }

  @inlinable @inline(__always)
  public func update<V: Lane>(_ w: inout V, along u: V, _ s: inout Slots<V>, at shrinking: Double) {
    w = shrinking * (w - learningRate * u)
  }
}

extension Fromage {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "fromage", Fromage(), summary: "gradient descent with steps of a fixed length beside the weights of each tensor",
    paper: "Bernstein, Vahdat, Yue, Liu 2020 (arXiv:2002.03432)", laws: .segmented,
    examples: [[:], ["learningRate": "0.1", "minimumNorm": "1.5"], ["minimumNorm": "0"]],
    [
      .number("learningRate", \.learningRate, .nonNegative), .number("minimumNorm", \.minimumNorm, .nonNegative),
    ])
}
