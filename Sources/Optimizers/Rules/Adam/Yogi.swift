/// Yogi: Adam whose mean square changes by an amount that does not depend on how far it is from the present square.
///
/// m ← β₁ m + (1 − β₁) g; v ← v − (1 − β₂) sign(v − g²) g²; w ← w − η m̂/(√v̂ + ε), hats corrected as in `Adam`.
/// Zaheer, Reddi, Sachan, Kale, Kumar 2018 (NeurIPS).
///
/// As in optax both m and v begin at `initialValue`, so that the first steps move the weights even without gradients.
public struct Yogi: AdamVariant {
  /// The hyperparameters shared with Adam.
  public var adam: Adam
  /// What m and v are before the first step.
  public var initialValue: Double

  /// The method with the paper's η = 0.01, β₁ = 0.9, β₂ = 0.999, ε = 1e-3, and optax's beginning at 1e-6.
  public init(
    learningRate: Double = 0.01, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-3,
    weightDecay: Double = 0, decay: DecayKind = .decoupled, epsilonRoot: Double = 0, initialValue: Double = 1e-6
  ) {
    adam = Adam(
      learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon, weightDecay: weightDecay, decay: decay,
      epsilonRoot: epsilonRoot)
    self.initialValue = initialValue
  }

  public var slots: [Slot] { [.filled("mean", with: initialValue), .filled("meanSquare", with: initialValue)] }

  public typealias Coefficients = Adam.Coefficients

  @inlinable @inline(__always)
  public func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at c: Adam.Coefficients) {
    let g = c.decay.apply(to: &w, along: g)
    let square = g * g
    s[0] = adam.beta1 * s[0] + (1 - adam.beta1) * g
    s[1] -= (1 - adam.beta2) * ((s[1] - square).sign * square)
    w -= c.numerator(s[0], g) / c.denominator(&s)
  }
}

extension Yogi {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "yogi", Yogi(), summary: "Adam whose mean square changes in steps that do not depend on its distance",
    paper: "Zaheer, Reddi, Sachan, Kale, Kumar 2018 (NeurIPS)", laws: .elementwise,
    examples: [
      [:], ["initialValue": "0", "epsilon": "1e-8", "weightDecay": "0.1"],
      ["beta2": "0.9", "epsilonRoot": "1e-8", "weightDecay": "0.1", "decay": "coupled"],
    ],
    Hyperparameter.adam(except: ["nesterov", "amsgrad", "correctsMean", "correctsMeanSquare"]) + [
      .number("initialValue", \.initialValue, .nonNegative)
    ])
}
