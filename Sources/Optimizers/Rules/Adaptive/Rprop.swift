/// Resilient backpropagation: a step size for every element, which grows while the gradient keeps its sign.
///
/// a = sign(g g′) with the gradient g′ of the step before; size ← size · η⁺ where a > 0, size · η⁻ where a < 0, kept
/// within bounds; where a < 0, g counts as 0, now and at the next step; w ← w − sign(g) · size. It is meant for full
/// batches. Riedmiller and Braun 1993 (doi:10.1109/ICNN.1993.298623), the kind without weight backtracking that Igel
/// and Hüsken 2000 call iRprop⁻.
///
/// The learning rate is what the sizes begin with; a schedule of it changes nothing.
public struct Rprop: ElementwiseOptimizer {
  /// When what a gradient decides is done.
  public enum Timing: String, CaseIterable, Sendable {
    /// At once, as in the paper and in PyTorch.
    case immediate
    /// At the next step, unless the sign has changed by then; the first step does nothing. That is optax's definition,
    /// in which a size also stays as it is, bounds or not, where a = 0.
    case delayed
  }

  /// η, the size of a step.
  public var learningRate: Double
  /// η⁻, the factor of a step size where the sign has changed.
  public var decrease: Double
  /// η⁺, the factor of a step size where the sign is the same.
  public var increase: Double
  /// The smallest step size.
  public var smallestStep: Double
  /// The largest step size.
  public var largestStep: Double
  /// When what a gradient decides is done.
  public var timing: Timing

  /// The method with PyTorch's defaults: sizes that begin at 0.01, η⁻ = 0.5, η⁺ = 1.2, from 1e-6 to 50.
  public init(
    learningRate: Double = 0.01, decrease: Double = 0.5, increase: Double = 1.2, smallestStep: Double = 1e-6,
    largestStep: Double = 50, timing: Timing = .immediate
  ) {
    self.learningRate = learningRate
    self.decrease = decrease
    self.increase = increase
    self.smallestStep = smallestStep
    self.largestStep = largestStep
    self.timing = timing
  }

  public var slots: [Slot] { ["sign", .filled("stepSize", with: learningRate)] }

  @inlinable @inline(__always)
  public func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at step: Step) {
    let zero = V(0)
    // Signs, not the gradients' product, which vanishes with small gradients.
    var sign = g.sign
    let agreement = sign * s[0]
    let factor = V(1).replacing(with: V(increase), where: zero .< agreement)
      .replacing(with: V(decrease), where: agreement .< zero)
    var size = V.minimum(V.maximum(factor * s[1], V(smallestStep)), V(largestStep))
    sign = sign.replacing(with: zero, where: agreement .< zero)
    switch timing {
    case .immediate:
      w -= sign * size
    case .delayed:
      size = s[1].replacing(with: size, where: zero .< agreement.absolute)
      w -= (s[0] * s[1]).replacing(with: zero, where: agreement .< zero)
    }
    s[0] = sign
    s[1] = size
  }
}

extension Rprop {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "rprop", Rprop(), summary: "a step size for every element, which grows while the gradient keeps its sign",
    paper: "Riedmiller and Braun 1993 (doi:10.1109/ICNN.1993.298623)", laws: [.elementwise, .scaleInvariant],
    examples: [
      [:],
      [
        "learningRate": "0.1", "decrease": "0.4", "increase": "1.3", "smallestStep": "0.01", "largestStep": "0.15",
      ],
      ["timing": "delayed"],
    ],
    validate: { $0.smallestStep > $0.largestStep ? "the smallest step is larger than the largest" : nil },
    [
      .number("learningRate", \.learningRate, .nonNegative), .number("decrease", \.decrease, .fraction),
      .number("increase", \.increase, .nonNegative), .number("smallestStep", \.smallestStep, .nonNegative),
      .number("largestStep", \.largestStep, .nonNegative), .choice("timing", \.timing),
    ])
}
