/// RMSprop: steps divided by a running root mean square of the gradient; PyTorch's and optax's definitions.
///
/// g ← g + λ w; v ← α v + (1 − α) g²; d = √v + ε, centered √(v − m²) + ε with m ← α m + (1 − α) g;
/// w ← w − η g/d, or with momentum b ← μ b + g/d and w ← w − η b. Tieleman and Hinton 2012 (lecture 6.5); centered:
/// Graves 2013 (arXiv:1308.0850).
///
/// optax's is `RMSprop(decay: 0.9, epsilonPlacement: .insideRoot, buffer: .steps)`.
public struct RMSprop: ElementwiseOptimizer {
  /// What the momentum is a sum of; the two differ where the learning rate changes.
  public enum Buffer: String, CaseIterable, Sendable {
    /// b ← μ b + g/d, w ← w − η b: a new rate counts for past directions too, as in PyTorch.
    case directions
    /// b ← μ b + η g/d, w ← w − b: past steps keep the rate that they had, as in optax.
    case steps
  }

  /// η, the size of a step.
  public var learningRate: Double
  /// α, the weight of the past in the averages.
  public var decay: Double
  /// ε, added to the root or inside it.
  public var epsilon: Double
  /// Where ε is added.
  public var epsilonPlacement: EpsilonPlacement
  /// What the mean square begins with.
  public var initialMeanSquare: Double
  /// Whether the averages are divided by 1 − αᵗ, the weight that they have gathered.
  public var biasCorrection: Bool
  /// Whether the variance is used instead of the mean square.
  ///
  /// With bias correction it is zero at the first step, which ε alone then divides.
  public var centered: Bool
  /// μ, how much of the last step is kept.
  public var momentum: Double
  /// Whether the step looks ahead along the momentum: b is then g/d + μ b in the step.
  public var nesterov: Bool
  /// What the momentum is a sum of.
  public var buffer: Buffer
  /// λ, added to the gradient times the weight.
  public var weightDecay: Double

  /// The method with PyTorch's defaults: η = 0.01, α = 0.99, ε = 1e-8 outside the root.
  public init(
    learningRate: Double = 0.01, decay: Double = 0.99, epsilon: Double = 1e-8,
    epsilonPlacement: EpsilonPlacement = .outsideRoot, initialMeanSquare: Double = 0, biasCorrection: Bool = false,
    momentum: Double = 0, nesterov: Bool = false, buffer: Buffer = .directions, centered: Bool = false,
    weightDecay: Double = 0
  ) {
    self.learningRate = learningRate
    self.decay = decay
    self.epsilon = epsilon
    self.epsilonPlacement = epsilonPlacement
    self.initialMeanSquare = initialMeanSquare
    self.biasCorrection = biasCorrection
    self.centered = centered
    self.momentum = momentum
    self.nesterov = nesterov
    self.buffer = buffer
    self.weightDecay = weightDecay
  }

  public var slots: [Slot] {
    [.filled("meanSquare", with: initialMeanSquare)] + (centered ? ["mean"] : []) + (momentum == 0 ? [] : ["momentum"])
  }

  /// What is the same for all elements of a step.
  public struct Coefficients: Sendable {
    @usableFromInline let correction: Double
    @usableFromInline let bufferRate: Double
    @usableFromInline let stepRate: Double
  }

  public func coefficients(at step: Step) -> Coefficients {
    Coefficients(
      correction: biasCorrection ? 1 / step.correction(decay) : 1,
      bufferRate: buffer == .steps ? learningRate : 1, stepRate: buffer == .steps ? 1 : learningRate)
  }

  @inlinable @inline(__always)
  public func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at c: Coefficients) {
    let g = g + weightDecay * w
    s[0] = decay * s[0] + (1 - decay) * (g * g)
    var square = c.correction * s[0]
    if centered {
      s[1] = decay * s[1] + (1 - decay) * g
      let mean = c.correction * s[1]
      square = V.maximum(square - mean * mean, V(0))
    }
    var step = c.bufferRate * (g / epsilonPlacement.root(of: square, epsilon: epsilon))
    if momentum != 0 {
      let slot = centered ? 2 : 1
      s[slot] = momentum * s[slot] + step
      step = nesterov ? step + momentum * s[slot] : s[slot]
    }
    w -= c.stepRate * step
  }
}

extension RMSprop {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "rmsprop", RMSprop(), summary: "steps divided by a running root mean square of the gradient",
    paper: "Tieleman and Hinton 2012 (lecture 6.5)", laws: [.elementwise, .scaleInvariant],
    examples: [
      [:], ["centered": "true"], ["biasCorrection": "true"],
      ["decay": "0.9", "momentum": "0.7", "centered": "true", "weightDecay": "0.1"],
      [
        "decay": "0.9", "epsilonPlacement": "insideRoot", "initialMeanSquare": "0.1", "momentum": "0.7",
        "nesterov": "true", "buffer": "steps",
      ],
    ],
    validate: { $0.nesterov && $0.momentum == 0 ? "Nesterov's momentum needs a momentum" : nil },
    [
      .number("learningRate", \.learningRate, .nonNegative), .number("decay", \.decay, .decay),
      .number("epsilon", \.epsilon, .positive), .choice("epsilonPlacement", \.epsilonPlacement),
      .number("initialMeanSquare", \.initialMeanSquare, .nonNegative), .flag("biasCorrection", \.biasCorrection),
      .flag("centered", \.centered), .number("momentum", \.momentum, .nonNegative), .flag("nesterov", \.nesterov),
      .choice("buffer", \.buffer), .number("weightDecay", \.weightDecay, .nonNegative),
    ])
}
