/// Adan: Adam with Nesterov's momentum in a form that needs the gradient's change from the step before.
///
/// d = g − gₜ₋₁ (0 at first); m ← β₁ m + (1 − β₁) g; v ← β₂ v + (1 − β₂) d; n ← β₃ n + (1 − β₃)(g + b d)²;
/// w ← w − η (m̂ + b v̂)/(√(n̂ + ε₀) + ε), hats corrected as in `Adam`. Xie, Zhou, Li, Lin, Yan 2024 (arXiv:2208.06677).
///
/// The paper's b is what is kept of the past, β₂ here (the paper writes 1 − β₂ for it); optax's is 1 − β₂. The paper's
/// decay is proximal, w ← (w − step)/(1 + η λ), optax's decoupled.
public struct Adan: ElementwiseOptimizer {
  /// η, the size of a step.
  public var learningRate: Double
  /// β₁, the weight of the past in the mean.
  public var beta1: Double
  /// β₂, the weight of the past in the mean change.
  public var beta2: Double
  /// β₃, the weight of the past in the mean square.
  public var beta3: Double
  /// ε, added to the root.
  public var epsilon: Double
  /// λ
  public var weightDecay: Double
  /// How weights decay.
  public var decay: Decay
  /// What the change is multiplied by.
  public var changeFactor: ChangeFactor
  /// ε₀, added under the root.
  public var epsilonRoot: Double

  /// How weights decay.
  public enum Decay: String, CaseIterable, Sendable {
    /// w ← (w − step)/(1 + η λ): the paper's.
    case proximal
    /// w ← (1 − η λ) w − step: optax's.
    case decoupled
  }

  /// What the change is multiplied by, b.
  public enum ChangeFactor: String, CaseIterable, Sendable {
    /// The weight of the past, β₂: the paper's.
    case past
    /// The weight of the present, 1 − β₂: optax's.
    case present
  }

  /// The method with the defaults of the paper's program: η = 1e-3, β = 0.98, 0.92, 0.99, ε = 1e-8, no decay.
  public init(
    learningRate: Double = 1e-3, beta1: Double = 0.98, beta2: Double = 0.92, beta3: Double = 0.99,
    epsilon: Double = 1e-8, weightDecay: Double = 0, decay: Decay = .proximal, changeFactor: ChangeFactor = .past,
    epsilonRoot: Double = 0
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.beta3 = beta3
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    self.decay = decay
    self.changeFactor = changeFactor
    self.epsilonRoot = epsilonRoot
  }

  public var slots: [Slot] { ["mean", "meanChange", "meanSquare", "lastGradient"] }

  /// What is the same for all elements of a step.
  public struct Coefficients: Sendable {
    /// 1, but 0 at the first step, which knows no change.
    @usableFromInline let known: Double
    /// b
    @usableFromInline let factor: Double
    @usableFromInline let meanSize: Double
    @usableFromInline let changeSize: Double
    @usableFromInline let epsilon: Double
    @usableFromInline let epsilonRoot: Double
    @usableFromInline let keptBefore: Double
    @usableFromInline let keptAfter: Double
  }

  public func coefficients(at step: Step) -> Coefficients {
    let factor = changeFactor == .past ? beta2 : 1 - beta2
    // As in Adam, the root's correction is multiplied out of the elements' quotient.
    let square = step.correction(beta3)
    let root = square.squareRoot()
    return Coefficients(
      known: step.number == 1 ? 0 : 1, factor: factor, meanSize: learningRate / step.correction(beta1) * root,
      changeSize: learningRate * factor / step.correction(beta2) * root, epsilon: epsilon * root,
      epsilonRoot: epsilonRoot * square, keptBefore: decay == .decoupled ? 1 - learningRate * weightDecay : 1,
      keptAfter: decay == .proximal ? 1 / (1 + learningRate * weightDecay) : 1)
  }

  @inlinable @inline(__always)
  public func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at c: Coefficients) {
    let change = c.known * (g - s[3])
    let ahead = g + c.factor * change
    s[0] = beta1 * s[0] + (1 - beta1) * g
    s[1] = beta2 * s[1] + (1 - beta2) * change
    s[2] = beta3 * s[2] + (1 - beta3) * (ahead * ahead)
    s[3] = g
    let step = (c.meanSize * s[0] + c.changeSize * s[1]) / ((s[2] + c.epsilonRoot).magnitudeRoot() + c.epsilon)
    w = c.keptAfter * (c.keptBefore * w - step)
  }
}

extension Adan {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "adan", Adan(), summary: "Adam with Nesterov's momentum from the gradient's change",
    paper: "Xie, Zhou, Li, Lin, Yan 2024 (arXiv:2208.06677)", laws: [.elementwise, .scaleInvariant],
    examples: [
      [:], ["weightDecay": "0.1"],
      ["changeFactor": "present", "epsilonRoot": "1e-8", "weightDecay": "0.1", "decay": "decoupled"],
    ],
    [
      .number("learningRate", \.learningRate, .nonNegative), .number("beta1", \.beta1, .decay),
      .number("beta2", \.beta2, .decay), .number("beta3", \.beta3, .decay),
      .number("epsilon", \.epsilon, .positive), .number("weightDecay", \.weightDecay, .nonNegative),
      .choice("decay", \.decay), .choice("changeFactor", \.changeFactor),
      .number("epsilonRoot", \.epsilonRoot, .nonNegative),
    ])
}
