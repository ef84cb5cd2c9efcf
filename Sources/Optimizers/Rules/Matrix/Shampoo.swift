/// Shampoo: gradients times inverse roots of their second moments along each axis.
///
/// For each axis i of a tensor of k axes: Lᵢ ← Lᵢ + Gᵢ Gᵢᵀ with Gᵢ the unfolding along it, beginning at ε I; the step is the
/// gradient times Lᵢ^(−1/2k) along every axis, so L^(−1/4) G R^(−1/4) for a matrix and L^(−1/2) g for a vector; w ← w − η step.
/// Gupta, Koren, Singer 2018 (arXiv:1802.09568), as pytorch_optimizer defines it: roots are renewed every so many steps, and
/// before the first of these nothing moves; g ← (1 − μ) g + μ (last step) with a momentum. An axis larger than
/// `largestAxis` is left alone.
public struct Shampoo: TensorwiseOptimizer {
  /// η, the size of a step.
  public var learningRate: Double
  /// μ, the weight of the last step in the gradient.
  public var momentum: Double
  /// λ
  public var weightDecay: Double
  /// How weights decay.
  public var decay: DecayKind
  /// ε, with which the moments begin.
  public var epsilon: Double
  /// The number of steps after which roots are renewed.
  public var interval: Int
  /// The largest axis that has a matrix.
  public var largestAxis: Int

  /// The method with pytorch_optimizer's defaults: η = 1e-3, ε = 1e-6, roots at every step; axes up to 8,192.
  public init(
    learningRate: Double = 1e-3, momentum: Double = 0, weightDecay: Double = 0, decay: DecayKind = .coupled,
    epsilon: Double = 1e-6, interval: Int = 1, largestAxis: Int = 8192
  ) {
    require(interval > 0, "roots are renewed after 1 step or more, not \(interval)")
    self.learningRate = learningRate
    self.momentum = momentum
    self.weightDecay = weightDecay
    self.decay = decay
    self.epsilon = epsilon
    self.interval = interval
    self.largestAxis = largestAxis
  }

  public func slots(of segment: ParameterLayout.Segment) -> [Slot] {
    let matrices = axes(segment.shape).flatMap { axis in
      let size = segment.shape[axis]
      return [
        Slot.identity("moments.\(axis)", size: size, scale: epsilon), Slot("root.\(axis)", shape: [size, size]),
      ]
    }
    return matrices + (momentum == 0 ? [] : ["step"])
  }

  public func update<A: Scalar>(
    _ weights: inout Tensor<A>, along gradient: Tensor<A>, slots: inout [Tensor<A>],
    of segment: ParameterLayout.Segment, at step: Step
  ) where A.Accumulator == A {
    var gradient = gradient
    let axes = axes(weights.shape)
    let lastStep = 2 * axes.count
    // The first step has no last one, and takes the gradient as it is.
    if momentum != 0 && step.number > 1 { gradient.combine(A(momentum), slots[lastStep], A(1 - momentum)) }
    if decay == .coupled { gradient.combine(A(weightDecay), weights) }
    var direction = gradient
    for (slot, axis) in zip(stride(from: 0, to: lastStep, by: 2), axes) {
      slots[slot].combine(1, gradient.modeGram(axis))
      if step.number.isMultiple(of: interval) { slots[slot + 1] = slots[slot].inverseRoot(2 * weights.shape.rank) }
      direction = direction.modeProduct(slots[slot + 1], axis)
    }
    // Kept while a schedule has brought the momentum to zero too.
    if slots.count > lastStep { slots[lastStep] = direction }
    weights.combine(A(-learningRate), direction, A(decay == .decoupled ? 1 - learningRate * weightDecay : 1))
  }

  private func axes(_ shape: Shape) -> [Int] { (0..<shape.rank).filter { shape[$0] <= largestAxis } }
}

extension Shampoo {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "shampoo", Shampoo(), summary: "gradients times inverse roots of their second moments along each axis",
    paper: "Gupta, Koren, Singer 2018 (arXiv:1802.09568)", laws: .segmented,
    examples: [
      [:], ["momentum": "0.8", "weightDecay": "0.1", "interval": "2", "epsilon": "0.001"],
      ["weightDecay": "0.1", "decay": "decoupled", "largestAxis": "4"],
    ],
    [
      .number("learningRate", \.learningRate, .nonNegative), .number("momentum", \.momentum, .decay),
      .number("weightDecay", \.weightDecay, .nonNegative), .choice("decay", \.decay),
      .number("epsilon", \.epsilon, .positive), .count("interval", \.interval), .count("largestAxis", \.largestAxis),
    ])
}
