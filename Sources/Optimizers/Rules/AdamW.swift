/// Adam with decoupled weight decay: w ← (1 − η λ) w before Adam's step, so that decay is not divided by the root.
///
/// Loshchilov and Hutter 2019 (arXiv:1711.05101); as in PyTorch, the decay is multiplied by the learning rate.
public struct AdamW: ElementwiseOptimizer {
  /// Adam without decay of its own.
  @usableFromInline var adam: Adam
  /// λ
  public var weightDecay: Double

  /// The method with PyTorch's defaults: Adam's, and λ = 0.01.
  public init(
    learningRate: Double = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8,
    weightDecay: Double = 0.01
  ) {
    adam = Adam(learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon)
    self.weightDecay = weightDecay
  }

  public var learningRate: Double {
    get { adam.learningRate }
    set { adam.learningRate = newValue }
  }
  /// β₁, the weight of the past in the mean.
  public var beta1: Double {
    get { adam.beta1 }
    set { adam.beta1 = newValue }
  }
  /// β₂, the weight of the past in the mean square.
  public var beta2: Double {
    get { adam.beta2 }
    set { adam.beta2 = newValue }
  }
  /// ε, added to the root.
  public var epsilon: Double {
    get { adam.epsilon }
    set { adam.epsilon = newValue }
  }

  public var slots: [Slot] { adam.slots }

  /// What is the same for all elements of a step.
  public struct Coefficients: Sendable {
    @usableFromInline let kept: Double
    @usableFromInline let adam: Adam.Coefficients
  }

  public func coefficients(at step: Step) -> Coefficients {
    Coefficients(kept: 1 - learningRate * weightDecay, adam: adam.coefficients(at: step))
  }

  @inlinable @inline(__always)
  public func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at c: Coefficients) {
    w = c.kept * w
    adam.update(&w, along: g, &s, at: c.adam)
  }
}

extension AdamW {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "adamw", AdamW(), summary: "Adam with decoupled weight decay",
    paper: "Loshchilov and Hutter 2019 (arXiv:1711.05101)", laws: [.elementwise, .scaleInvariant],
    examples: [[:], ["weightDecay": "0.1", "beta1": "0.8"]],
    [
      .number("learningRate", \.learningRate, .nonNegative), .number("beta1", \.beta1, .decay),
      .number("beta2", \.beta2, .decay), .number("epsilon", \.epsilon, .nonNegative),
      .number("weightDecay", \.weightDecay, .nonNegative),
    ])
}
