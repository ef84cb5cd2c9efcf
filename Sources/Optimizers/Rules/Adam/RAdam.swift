/// Rectified Adam: plain momentum until the variance of 1/√v̂ is finite, then Adam's step times a factor that rises to 1.
///
/// ρ∞ = 2/(1 − β₂) − 1; ρ = ρ∞ − 2 t β₂ᵗ/(1 − β₂ᵗ); where ρ ≥ `threshold`, w ← w − η r m̂/(√v̂ + ε) with
/// r² = (ρ − 4)(ρ − 2) ρ∞/((ρ∞ − 4)(ρ∞ − 2) ρ), else w ← w − η m̂.
/// Liu, Jiang, He, Chen, Liu, Gao, Han 2020 (arXiv:1908.03265).
///
/// PyTorch adds ε to the uncorrected root, √(1 − β₂ᵗ)/(√v + ε), and asks for ρ > 5; optax adds it to the corrected one and
/// asks for ρ ≥ 5, which differs where ρ is 5 to the last bit.
public struct RAdam: AdamVariant {
  /// The hyperparameters shared with Adam.
  public var adam: Adam
  /// ρ from which on steps are divided by the root; at least 4.
  public var threshold: Double
  /// Whose definition.
  public var definition: Definition

  /// Whose definition: to which root ε is added.
  public enum Definition: String, CaseIterable, Sendable {
    /// √v + ε
    case pytorch
    /// √v̂ + ε
    case optax
  }

  /// The method with PyTorch's defaults: Adam's, threshold 5.
  public init(
    learningRate: Double = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8,
    weightDecay: Double = 0, decay: DecayKind = .coupled, threshold: Double = 5,
    definition: Definition = .pytorch, epsilonRoot: Double = 0, nesterov: Bool = false
  ) {
    require(threshold >= 4, "the threshold of RAdam is at least 4, not \(threshold)")
    adam = Adam(
      learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon, weightDecay: weightDecay, decay: decay,
      epsilonRoot: epsilonRoot, nesterov: nesterov)
    self.threshold = threshold
    self.definition = definition
  }

  /// What is the same for all elements of a step.
  public struct Coefficients: Sendable {
    @usableFromInline var adam: Adam.Coefficients
    /// What m and g are multiplied by where nothing is divided.
    @usableFromInline let plain: (mean: Double, gradient: Double)
    @usableFromInline let isRectified: Bool
  }

  public func coefficients(at step: Step) -> Coefficients {
    let sizes = adam.stepSizes(at: step)
    let factor = rectification(at: step)
    var result = Coefficients(
      adam: adam.coefficients(
        at: step, meanSize: sizes.mean * (factor ?? 1), gradientSize: sizes.gradient * (factor ?? 1)),
      plain: sizes, isRectified: factor != nil)
    if definition == .pytorch { result.adam.epsilon = adam.epsilon }
    return result
  }

  /// r, nil before ρ reaches the threshold.
  private func rectification(at step: Step) -> Double? {
    let power = step.power(of: adam.beta2)
    let limit = 2 / (1 - adam.beta2) - 1
    let length = limit - 2 * Double(step.number) * power / (1 - power)
    guard length >= threshold else { return nil }
    let present = (length - 4) * (length - 2) / length
    let last = (limit - 4) * (limit - 2) / limit
    return (present / last).squareRoot()
  }

  @inlinable @inline(__always)
  public func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at c: Coefficients) {
    let g = c.adam.decay.apply(to: &w, along: g)
    s[0] = adam.beta1 * s[0] + (1 - adam.beta1) * g
    s[1] = adam.beta2 * s[1] + (1 - adam.beta2) * (g * g)
    if c.isRectified {
      w -= c.adam.numerator(s[0], g) / c.adam.denominator(&s)
    } else {
      w -= c.plain.mean * s[0] + c.plain.gradient * g
    }
  }
}

extension RAdam {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "radam", RAdam(), summary: "Adam that begins with plain momentum and is rectified afterwards",
    paper: "Liu, Jiang, He, Chen, Liu, Gao, Han 2020 (arXiv:1908.03265)", laws: .elementwise,
    examples: [
      [:], ["definition": "optax", "threshold": "4", "nesterov": "true", "epsilonRoot": "1e-8"],
      ["weightDecay": "0.1", "decay": "decoupled"], ["weightDecay": "0.1", "beta2": "0.9"],
    ],
    validate: { $0.threshold < 4 ? "the threshold is at least 4" : nil },
    Hyperparameter.adam(except: ["amsgrad", "correctsMean", "correctsMeanSquare"]) + [
      .number("threshold", \.threshold, .positive), .choice("definition", \.definition),
    ])
}
