/// Adam: momentum divided by a running root mean square, both corrected for beginning at zero.
///
/// g ← g + λ w; m ← β₁ m + (1 − β₁) g; v ← β₂ v + (1 − β₂) g²; m̂ = m/(1 − β₁ᵗ); v̂ = v/(1 − β₂ᵗ);
/// w ← w − η m̂/(√(v̂ + ε₀) + ε). Kingma and Ba 2015 (arXiv:1412.6980).
///
/// Options: decoupled decay (`AdamW`); Nesterov's momentum as in optax, m̂ = β₁ m/(1 − β₁ᵗ⁺¹) + (1 − β₁) g/(1 − β₁ᵗ)
/// (Dozat 2016, ICLR workshop; PyTorch's is `NAdam`); AMSGrad, which divides by the root of the largest v so far
/// (Reddi, Kale, Kumar 2018, arXiv:1904.09237); no correction of m or v.
public struct Adam: ElementwiseOptimizer {
  /// η, the size of a step.
  public var learningRate: Double
  /// β₁, the weight of the past in the mean.
  public var beta1: Double
  /// β₂, the weight of the past in the mean square.
  public var beta2: Double
  /// ε, added to the root.
  public var epsilon: Double
  /// λ
  public var weightDecay: Double
  /// Whether λ w is added to the gradient, or the weights themselves decay.
  public var decay: DecayKind
  /// ε₀, added under the root.
  public var epsilonRoot: Double
  /// Whether the step looks ahead along the momentum.
  public var nesterov: Bool
  /// Whether the largest mean square so far is divided by.
  public var amsgrad: Maximum
  /// Whether m is corrected for beginning at zero.
  public var correctsMean: Bool
  /// Whether v is corrected for beginning at zero.
  public var correctsMeanSquare: Bool

  /// Of what AMSGrad takes the maximum.
  public enum Maximum: String, CaseIterable, Sendable {
    /// No maximum is taken.
    case none
    /// max v, which is then corrected: PyTorch's definition.
    case uncorrected
    /// max v̂: optax's definition.
    case corrected
  }

  /// The method with the paper's defaults: η = 1e-3, β₁ = 0.9, β₂ = 0.999, ε = 1e-8; no options.
  public init(
    learningRate: Double = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8,
    weightDecay: Double = 0, decay: DecayKind = .coupled, epsilonRoot: Double = 0, nesterov: Bool = false,
    amsgrad: Maximum = .none, correctsMean: Bool = true, correctsMeanSquare: Bool = true
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    self.decay = decay
    self.epsilonRoot = epsilonRoot
    self.nesterov = nesterov
    self.amsgrad = amsgrad
    self.correctsMean = correctsMean
    self.correctsMeanSquare = correctsMeanSquare
  }

  public var slots: [Slot] { amsgrad == .none ? Self.twoSlots : Self.threeSlots }

  // Made once, not for every step.
  private static let twoSlots: [Slot] = ["mean", "meanSquare"]
  private static let threeSlots: [Slot] = twoSlots + ["largestMeanSquare"]

  @inlinable @inline(__always)
  public func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at c: Coefficients) {
    let g = c.decay.apply(to: &w, along: g)
    w -= self.step(along: g, &s, at: c)
  }

  /// Renews mean and mean square, and returns the step along them.
  @inlinable @inline(__always)
  func step<V: Lane>(along g: V, _ s: inout Slots<V>, at c: Coefficients) -> V {
    s[0] = beta1 * s[0] + (1 - beta1) * g
    s[1] = beta2 * s[1] + (1 - beta2) * (g * g)
    return c.numerator(s[0], g) / c.denominator(&s)
  }
}

extension Adam {
  /// Adam's hyperparameters by name, for all rules that are variants of it.
  static let hyperparameters: [Hyperparameter<Adam>] = [
    .number("learningRate", \.learningRate, .nonNegative), .number("beta1", \.beta1, .decay),
    .number("beta2", \.beta2, .decay), .number("epsilon", \.epsilon, .positive),
    .number("weightDecay", \.weightDecay, .nonNegative), .choice("decay", \.decay),
    .number("epsilonRoot", \.epsilonRoot, .nonNegative), .flag("nesterov", \.nesterov), .choice("amsgrad", \.amsgrad),
    .flag("correctsMean", \.correctsMean), .flag("correctsMeanSquare", \.correctsMeanSquare),
  ]

  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "adam", Adam(), summary: "momentum divided by a running root mean square, both corrected for beginning at zero",
    paper: "Kingma and Ba 2015 (arXiv:1412.6980)", laws: [.elementwise, .scaleInvariant],
    examples: [
      [:], ["beta1": "0.8", "beta2": "0.99", "weightDecay": "0.1"],
      ["epsilonRoot": "1e-8", "nesterov": "true", "weightDecay": "0.1", "decay": "decoupled"],
      ["correctsMean": "false", "correctsMeanSquare": "false"], ["amsgrad": "corrected"],
    ],
    hyperparameters)
}
