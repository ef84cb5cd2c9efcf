/// SignSGD: steps of one size against the sign of the gradient, or of its running average, which is Signum.
///
/// w ← w − η sign(g), or with momentum m ← μ m + (1 − μ) g and w ← w − η sign(m).
/// Bernstein, Wang, Azizzadenesheli, Anandkumar 2018 (arXiv:1802.04434).
public struct SignSGD: ElementwiseOptimizer {
  /// η, the size of a step.
  public var learningRate: Double
  /// μ, the weight of the past in the average; 0 for the sign of the gradient itself.
  public var momentum: Double

  /// The method with η = 0.01, the default of MXNet's Signum (optax has none), and without momentum.
  public init(learningRate: Double = 0.01, momentum: Double = 0) {
    self.learningRate = learningRate
    self.momentum = momentum
  }

  public var slots: [Slot] { momentum == 0 ? [] : ["momentum"] }

  @inlinable @inline(__always)
  public func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at step: Step) {
    var direction = g
    if momentum != 0 {
      s[0] = momentum * s[0] + (1 - momentum) * g
      direction = s[0]
    }
    w -= learningRate * direction.sign
  }
}

extension SignSGD {
  /// The rule in the registry.
  public static let entry = makeEntry("signsgd", SignSGD(), summary: "steps of one size against the gradient's sign")

  /// The rule with μ = 0.9 by default, under the name that its authors give it.
  public static let signumEntry = makeEntry(
    "signum", SignSGD(momentum: 0.9), summary: "steps of one size against the sign of the gradient's running average")

  private static func makeEntry(_ name: String, _ rule: SignSGD, summary: String) -> OptimizerEntry {
    OptimizerEntry(
      name, rule, summary: summary, paper: "Bernstein et al. 2018 (arXiv:1802.04434)",
      laws: [.elementwise, .scaleInvariant], examples: [[:], ["learningRate": "0.1", "momentum": "0.8"]],
      [.number("learningRate", \.learningRate, .nonNegative), .number("momentum", \.momentum, .decay)])
  }
}
