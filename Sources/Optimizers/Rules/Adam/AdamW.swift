/// Adam with decoupled weight decay: w ← (1 − η λ) w before Adam's step, so that decay is not divided by the root.
///
/// Loshchilov and Hutter 2019 (arXiv:1711.05101); as in PyTorch, the decay is multiplied by the learning rate. With
/// `nesterov` it is optax's NAdamW, with `amsgrad` AMSGradW.
public struct AdamW: AdamVariant {
  /// The hyperparameters shared with Adam.
  public var adam: Adam

  /// The method with PyTorch's defaults: Adam's, and λ = 0.01.
  public init(
    learningRate: Double = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8,
    weightDecay: Double = 0.01, epsilonRoot: Double = 0, nesterov: Bool = false, amsgrad: Adam.Maximum = .none
  ) {
    adam = Adam(
      learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon, weightDecay: weightDecay,
      decay: .decoupled, epsilonRoot: epsilonRoot, nesterov: nesterov, amsgrad: amsgrad)
  }

  public typealias Coefficients = Adam.Coefficients
}

extension AdamW {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "adamw", AdamW(), summary: "Adam with decoupled weight decay",
    paper: "Loshchilov and Hutter 2019 (arXiv:1711.05101)", laws: [.elementwise, .scaleInvariant],
    examples: [[:], ["weightDecay": "0.1", "beta1": "0.8", "nesterov": "true"], ["amsgrad": "uncorrected"]],
    Hyperparameter.adam(except: ["decay", "correctsMean", "correctsMeanSquare"]))

  /// NAdamW in the registry: AdamW with Nesterov's momentum, with optax's λ = 1e-4.
  public static let nesterovEntry = OptimizerEntry(
    "nadamw", AdamW(weightDecay: 1e-4, nesterov: true), summary: "AdamW with Nesterov's momentum",
    paper: "Dozat 2016 (ICLR workshop); Loshchilov and Hutter 2019 (arXiv:1711.05101)",
    laws: [.elementwise, .scaleInvariant], examples: [[:], ["weightDecay": "0.1", "beta1": "0.8"]],
    Hyperparameter.adam(except: ["decay", "nesterov", "amsgrad", "correctsMean", "correctsMeanSquare"]))
}
