/// LARS: momentum, each tensor's gradient scaled to suit its weights.
///
/// u = g + λ w; r = c ‖w‖/(‖u‖ + ε) for each tensor, 1 where either norm is 0; b ← μ b + η r u; w ← w − b, or with Nesterov's
/// variant w ← w − (η r u + μ b). You, Gitman, Ginsburg 2017 (arXiv:1708.03888) as optax defines it; the paper divides by
/// ‖g‖ + λ ‖w‖ instead of ‖g + λ w‖.
public struct LARS: LayerwiseOptimizer {
  /// η, the size of a step.
  public var learningRate: Double
  /// c, the length of a step beside that of the weights.
  public var trustCoefficient: Double
  /// ε, added to the norm of the step.
  public var epsilon: Double
  /// μ, how much of the last step is kept.
  public var momentum: Double
  /// Whether the step looks ahead along the momentum.
  public var nesterov: Bool
  /// λ, added to the gradient times the weight.
  public var weightDecay: Double
  /// Whether r is as said, or 1: vectors are often left at 1, by a group of their own.
  public var adaptsToNorms: Bool

  /// The method with the paper's c = 0.001 and μ = 0.9, which are optax's defaults too; η = 1.
  public init(
    learningRate: Double = 1, trustCoefficient: Double = 0.001, epsilon: Double = 0, momentum: Double = 0.9,
    nesterov: Bool = false, weightDecay: Double = 0, adaptsToNorms: Bool = true
  ) {
    self.learningRate = learningRate
    self.trustCoefficient = trustCoefficient
    self.epsilon = epsilon
    self.momentum = momentum
    self.nesterov = nesterov
    self.weightDecay = weightDecay
    self.adaptsToNorms = adaptsToNorms
  }

  public var slots: [Slot] { momentum == 0 ? [] : ["momentum"] }
  public var stepsAlongGradient: Bool { weightDecay == 0 }

  @inlinable @inline(__always)
  public func direction<V: Lane>(along g: V, at w: V, _ s: inout Slots<V>, _ step: Step) -> V { g + weightDecay * w }

  public func factor<A: Scalar>(weights: A, direction: A, kept: inout A, at step: Step) -> A where A.Accumulator == A {
    guard adaptsToNorms else { return 1 }
    return trustRatio(weights: weights, direction: direction, coefficient: trustCoefficient, epsilon: epsilon)
  }

  @inlinable @inline(__always)
  public func update<V: Lane>(_ w: inout V, along u: V, _ s: inout Slots<V>, at step: Step) {
    var change = learningRate * u
    if momentum != 0 {
      s[0] = momentum * s[0] + change
      change = nesterov ? change + momentum * s[0] : s[0]
    }
    w -= change
  }
}

extension LARS {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "lars", LARS(), summary: "momentum, each tensor's gradient scaled to suit its weights",
    paper: "You, Gitman, Ginsburg 2017 (arXiv:1708.03888)", laws: .segmented,
    examples: [
      [:], ["momentum": "0"], ["adaptsToNorms": "false"],
      ["trustCoefficient": "0.02", "epsilon": "0.001", "momentum": "0.8", "nesterov": "true", "weightDecay": "0.1"],
    ],
    validate: { $0.nesterov && $0.momentum == 0 ? "Nesterov's variant needs a momentum" : nil },
    [
      .number("learningRate", \.learningRate, .nonNegative),
      .number("trustCoefficient", \.trustCoefficient, .positive), .number("epsilon", \.epsilon, .nonNegative),
      .number("momentum", \.momentum, .nonNegative), .flag("nesterov", \.nesterov),
      .number("weightDecay", \.weightDecay, .nonNegative), .flag("adaptsToNorms", \.adaptsToNorms),
    ])
}
