/// AdaBelief: Adam divided by how far gradients are from their running mean, instead of by how large they are.
///
/// m ← β₁ m + (1 − β₁) g; s ← β₂ s + (1 − β₂)(g − m)² + ε₀; w ← w − η m̂/(√ŝ + ε), hats corrected as in `Adam`.
/// Zhuang, Tang, Ding, Tatikonda, Dvornek, Papademetris, Duncan 2020 (arXiv:2010.07468).
public struct AdaBelief: AdamVariant {
  /// The hyperparameters shared with Adam.
  public var adam: Adam

  /// The method with optax's defaults: η = 1e-3, β₁ = 0.9, β₂ = 0.999, ε = ε₀ = 1e-16.
  public init(
    learningRate: Double = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-16,
    weightDecay: Double = 0, decay: DecayKind = .decoupled, epsilonRoot: Double = 1e-16, nesterov: Bool = false,
    amsgrad: Adam.Maximum = .none
  ) {
    adam = Adam(
      learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon, weightDecay: weightDecay, decay: decay,
      epsilonRoot: epsilonRoot, nesterov: nesterov, amsgrad: amsgrad)
  }

  public func coefficients(at step: Step) -> Adam.Coefficients {
    // ε₀ goes into the running square, not under the root.
    var adam = adam
    adam.epsilonRoot = 0
    return adam.coefficients(at: step)
  }

  @inlinable @inline(__always)
  public func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at c: Adam.Coefficients) {
    let g = c.decay.apply(to: &w, along: g)
    s[0] = adam.beta1 * s[0] + (1 - adam.beta1) * g
    let surprise = g - s[0]
    s[1] = adam.beta2 * s[1] + (1 - adam.beta2) * (surprise * surprise) + adam.epsilonRoot
    w -= c.numerator(s[0], g) / c.denominator(&s)
  }
}

extension AdaBelief {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "adabelief", AdaBelief(), summary: "Adam divided by how far gradients are from their mean",
    paper: "Zhuang et al. 2020 (arXiv:2010.07468)", laws: [.elementwise, .scaleInvariant],
    examples: [
      [:], ["epsilon": "1e-8", "epsilonRoot": "1e-8", "weightDecay": "0.1", "amsgrad": "uncorrected"],
      ["nesterov": "true", "weightDecay": "0.1", "decay": "coupled"],
    ],
    Hyperparameter.adam(except: ["correctsMean", "correctsMeanSquare"]))
}
