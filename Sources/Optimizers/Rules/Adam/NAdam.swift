/// Adam with Nesterov's momentum, whose β₁ rises from step to step: PyTorch's definition.
///
/// μₜ = β₁ (1 − ½ 0.96^(t ψ)); Pₜ = Π μᵢ; m and v as in `Adam`;
/// w ← w − η (μₜ₊₁ m/(1 − Pₜ μₜ₊₁) + (1 − μₜ) g/(1 − Pₜ))/(√v̂ + ε). Dozat 2016 (ICLR workshop).
///
/// Without ψ, μₜ is β₁ from the beginning: optax's definition, the same as `Adam` with `nesterov`. The product is kept in
/// the state, so that where β₁ or ψ is scheduled it is of those that were, as in PyTorch.
public struct NAdam: AdamVariant {
  /// The hyperparameters shared with Adam.
  public var adam: Adam
  /// ψ, how fast μ rises; nil if it is β₁ from the beginning.
  public var momentumDecay: Double?

  /// The method with PyTorch's defaults: η = 2e-3, ψ = 4e-3, the rest Adam's.
  public init(
    learningRate: Double = 2e-3, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8,
    weightDecay: Double = 0, decay: DecayKind = .coupled, momentumDecay: Double? = 4e-3, epsilonRoot: Double = 0
  ) {
    adam = Adam(
      learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon, weightDecay: weightDecay, decay: decay,
      epsilonRoot: epsilonRoot, nesterov: true)
    self.momentumDecay = momentumDecay
  }

  public func coefficients(at step: Step) -> Adam.Coefficients {
    var numbers: [String: Double] = [:]
    return coefficients(at: step, numbers: &numbers)
  }

  public func coefficients(at step: Step, numbers: inout [String: Double]) -> Adam.Coefficients {
    guard let momentumDecay else { return adam.coefficients(at: step) }
    let base = realPower(0.96, momentumDecay)
    func momentum(_ number: Int) -> Double { adam.beta1 * (1 - 0.5 * Step(number: number).power(of: base)) }
    // Of the present β₁ and ψ, for as many steps as it takes for 1 less the product to be 1.
    func productSoFar() -> Double {
      var (product, number) = (1.0, 1)
      while number < step.number && product > 0x1p-60 {
        product *= momentum(number)
        number += 1
      }
      return product
    }
    let (present, next) = (momentum(step.number), momentum(step.number + 1))
    let product = (numbers["momentumProduct"] ?? productSoFar()) * present
    numbers["momentumProduct"] = product
    return adam.coefficients(
      at: step, meanSize: adam.learningRate * next / (1 - product * next),
      gradientSize: adam.learningRate * (1 - present) / (1 - product))
  }
}

extension NAdam {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "nadam", NAdam(), summary: "Adam with Nesterov's momentum", paper: "Dozat 2016 (ICLR workshop)",
    laws: [.elementwise, .scaleInvariant],
    examples: [
      [:], ["momentumDecay": "none", "epsilonRoot": "1e-8"], ["weightDecay": "0.1", "decay": "decoupled"],
      ["weightDecay": "0.1", "momentumDecay": "0.02"],
    ],
    Hyperparameter.adam(except: ["nesterov", "amsgrad", "correctsMean", "correctsMeanSquare"]) + [
      .number("momentumDecay", \.momentumDecay, .nonNegative)
    ])
}
