/// Stochastic gradient descent with momentum, as PyTorch defines it.
///
/// g ← g + λ w; b ← μ b + (1 − d) g (at the first step b ← g); with Nesterov's variant g ← g + μ b, else g ← b; w ← w − η g.
/// Polyak 1964 (doi:10.1016/0041-5553(64)90137-5); Nesterov 1983; Sutskever, Martens, Dahl, Hinton 2013 (ICML).
public struct SGD: ElementwiseOptimizer {
  /// η, the size of a step.
  public var learningRate: Double
  /// μ, how much of the last step is kept.
  public var momentum: Double
  /// d, how much of the gradient is left out of the momentum.
  public var dampening: Double
  /// Whether the step looks ahead along the momentum.
  public var nesterov: Bool
  /// λ, added to the gradient times the weight.
  public var weightDecay: Double

  /// The method with PyTorch's defaults: η = 1e-3, the rest 0.
  public init(
    learningRate: Double = 1e-3, momentum: Double = 0, dampening: Double = 0, nesterov: Bool = false,
    weightDecay: Double = 0
  ) {
    require(!nesterov || (momentum > 0 && dampening == 0), "Nesterov's momentum needs a momentum and no dampening")
    self.learningRate = learningRate
    self.momentum = momentum
    self.dampening = dampening
    self.nesterov = nesterov
    self.weightDecay = weightDecay
  }

  public var slots: [Slot] { momentum == 0 ? [] : ["momentum"] }

  /// What is the same for all elements of a step.
  public struct Coefficients: Sendable {
    @usableFromInline let kept: Double
    @usableFromInline let added: Double
  }

  public func coefficients(at step: Step) -> Coefficients {
    step.number == 1 ? Coefficients(kept: 0, added: 1) : Coefficients(kept: momentum, added: 1 - dampening)
  }

  @inlinable @inline(__always)
  public func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at c: Coefficients) {
    var g = g + weightDecay * w
    if momentum != 0 {
      s[0] = c.kept * s[0] + c.added * g
      g = nesterov ? g + momentum * s[0] : s[0]
    }
    w -= learningRate * g
  }
}

extension SGD {
  /// The rule in the registry.
  public static let entry = makeEntry(
    "sgd", SGD(), summary: "gradient descent with momentum, Nesterov's too",
    paper: "Polyak 1964 (doi:10.1016/0041-5553(64)90137-5); Nesterov 1983; Sutskever et al. 2013 (ICML)",
    examples: [
      [:], ["momentum": "0.9"], ["momentum": "0.8", "dampening": "0.3", "weightDecay": "0.1"],
      ["momentum": "0.9", "nesterov": "true", "weightDecay": "0.01"],
    ])

  /// The rule with μ = 0.9 by default, under the name that the field gives it.
  public static let momentumEntry = makeEntry(
    "momentum", SGD(momentum: 0.9), summary: "sgd with a momentum of 0.9",
    paper: "Polyak 1964 (doi:10.1016/0041-5553(64)90137-5)",
    examples: [[:], ["momentum": "0.5", "nesterov": "true"]])

  /// The rule with Nesterov's variant and μ = 0.9 by default, under the name that the field gives it.
  public static let nesterovEntry = makeEntry(
    "nesterov", SGD(momentum: 0.9, nesterov: true), summary: "sgd with Nesterov's momentum of 0.9",
    paper: "Nesterov 1983; Sutskever et al. 2013 (ICML)",
    examples: [[:], ["nesterov": "false", "dampening": "0.3"]])

  private static func makeEntry(
    _ name: String, _ rule: SGD, summary: String, paper: String, examples: [[String: String]]
  ) -> OptimizerEntry {
    OptimizerEntry(
      name, rule, summary: summary, paper: paper, laws: .elementwise, examples: examples,
      validate: { rule in
        rule.nesterov && (rule.momentum == 0 || rule.dampening != 0)
          ? "Nesterov's momentum needs a momentum and no dampening" : nil
      },
      [
        .number("learningRate", \.learningRate, .nonNegative), .number("momentum", \.momentum, .nonNegative),
        .number("dampening", \.dampening, .fraction), .flag("nesterov", \.nesterov),
        .number("weightDecay", \.weightDecay, .nonNegative),
      ])
  }
}
