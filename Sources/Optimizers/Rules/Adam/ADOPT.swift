/// ADOPT: gradients divided by the root mean square of those before, and then averaged; converges for any β₂.
///
/// The first step only sets v ← g². Then u = g/max(√v, ε), clipped to ±(t − 1)^¼; m ← β₁ m + (1 − β₁) u;
/// v ← β₂ v + (1 − β₂) g²; w ← w − η m, with Nesterov's variant η (β₁ m + (1 − β₁) u).
/// Taniguchi, Harada, Minegishi, Oshima, Jeong, Nagahara, Iiyama, Suzuki, Iwasawa, Matsuo 2024 (arXiv:2411.02853).
public struct ADOPT: ElementwiseOptimizer {
  /// η, the size of a step.
  public var learningRate: Double
  /// β₁, the weight of the past in the mean.
  public var beta1: Double
  /// β₂, the weight of the past in the mean square.
  public var beta2: Double
  /// ε, the least that gradients are divided by; above 0, or gradients of zero are divided by zero.
  public var epsilon: Double
  /// λ
  public var weightDecay: Double
  /// Whether λ w is added to the gradient, or the weights themselves decay.
  public var decay: DecayKind
  /// Whether the step looks ahead along the momentum, as optax can.
  public var nesterov: Bool
  /// Whether u is clipped.
  public var clips: Bool

  /// The method with the paper's defaults: η = 1e-3, β₁ = 0.9, β₂ = 0.9999, ε = 1e-6, with clipping.
  public init(
    learningRate: Double = 1e-3, beta1: Double = 0.9, beta2: Double = 0.9999, epsilon: Double = 1e-6,
    weightDecay: Double = 0, decay: DecayKind = .coupled, nesterov: Bool = false, clips: Bool = true
  ) {
    require(epsilon > 0, "ADOPT divides by at least epsilon, which is above 0, not \(epsilon)")
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    self.decay = decay
    self.nesterov = nesterov
    self.clips = clips
  }

  public var slots: [Slot] { ["mean", "meanSquare"] }

  /// What is the same for all elements of a step.
  public struct Coefficients: Sendable {
    @usableFromInline let decay: DecayFactors
    @usableFromInline let isFirst: Bool
    /// (t − 1)^¼, nil where nothing is clipped.
    @usableFromInline let bound: Double?
  }

  public func coefficients(at step: Step) -> Coefficients {
    let isFirst = step.number == 1
    // The first step moves no weight, so nothing decays either.
    return Coefficients(
      decay: DecayFactors(decay, weightDecay: weightDecay, learningRate: isFirst ? 0 : learningRate), isFirst: isFirst,
      bound: clips ? Double(step.number - 1).squareRoot().squareRoot() : nil)
  }

  @inlinable @inline(__always)
  public func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at c: Coefficients) {
    let g = c.decay.apply(to: &w, along: g)
    if c.isFirst {
      s[1] = g * g
      return
    }
    var direction = g / V.maximum(s[1].magnitudeRoot(), V(epsilon))
    if let bound = c.bound { direction = V.minimum(V.maximum(direction, V(-bound)), V(bound)) }
    s[0] = beta1 * s[0] + (1 - beta1) * direction
    s[1] = beta2 * s[1] + (1 - beta2) * (g * g)
    w -= learningRate * (nesterov ? beta1 * s[0] + (1 - beta1) * direction : s[0])
  }
}

extension ADOPT {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "adopt", ADOPT(), summary: "momentum of gradients divided by the root mean square of those before",
    paper: "Taniguchi et al. 2024 (arXiv:2411.02853)", laws: [.elementwise, .scaleInvariant],
    examples: [
      [:], ["clips": "false", "weightDecay": "0.1"],
      ["nesterov": "true", "weightDecay": "0.1", "decay": "decoupled", "beta2": "0.9"],
    ],
    [
      .number("learningRate", \.learningRate, .nonNegative), .number("beta1", \.beta1, .decay),
      .number("beta2", \.beta2, .decay), .number("epsilon", \.epsilon, .positive),
      .number("weightDecay", \.weightDecay, .nonNegative), .choice("decay", \.decay), .flag("nesterov", \.nesterov),
      .flag("clips", \.clips),
    ])
}
