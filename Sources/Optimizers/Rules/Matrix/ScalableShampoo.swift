/// Shampoo for large tensors: averaged moments of blocks, and steps as long as those of a simpler method.
///
/// Each tensor of two axes or more is cut into blocks of at most `blockSize` along each axis. For each axis i of a block,
/// Lᵢ ← β₂ Lᵢ + (1 − β₂) Gᵢ Gᵢᵀ, beginning at ε I; u = G times Lᵢ^(−1/2k) along all k axes; u ← u ‖a‖/‖u‖ over the whole tensor,
/// with a the step of the method that is grafted. m ← β₁ m + u and w ← w − η m (Nesterov: η (β₁ m + u)); before
/// `startingStep` a is in the place of u. Anil, Gupta, Koren, Regan, Singer 2020 (arXiv:2002.09018), as pytorch_optimizer
/// defines it.
public struct ScalableShampoo: TensorwiseOptimizer {
  /// The method whose steps give the length of a tensor's steps (Agarwal et al. 2020, arXiv:2002.11803).
  public enum Graft: String, CaseIterable, Sendable {
    /// None: lengths are Shampoo's own, and before `startingStep` the gradient's.
    case none
    /// The gradient itself.
    case sgd
    /// g/(√Σ g² + ε)
    case adagrad
    /// g/(√v + ε) with v the average of g² that forgets by β₂.
    case rmsprop
    /// The gradient's signs.
    case sign
  }

  /// η, the size of a step.
  public var learningRate: Double
  /// β₁, how much of the momentum is kept.
  public var beta1: Double
  /// β₂, the weight of the past in the moments; 1 for sums.
  public var beta2: Double
  /// Whether the momentum is an average: m ← β₁ m + (1 − β₁) u.
  public var averages: Bool
  /// Whether the step looks ahead along the momentum.
  public var nesterov: Bool
  /// λ
  public var weightDecay: Double
  /// How weights decay; coupled to the steps, not to the gradients: u ← u + λ w and a ← a + λ w.
  public var decay: DecayKind
  /// The method that is grafted.
  public var graft: Graft
  /// ε of the method that is grafted.
  public var graftEpsilon: Double
  /// ε, with which the moments begin.
  public var epsilon: Double
  /// The largest size of a block along an axis.
  public var blockSize: Int
  /// The largest axis of a tensor that is not left to the grafted method.
  public var largestAxis: Int
  /// The first step that is Shampoo's.
  public var startingStep: Int
  /// The number of steps after which moments are renewed.
  public var momentInterval: Int
  /// The number of steps after which roots are renewed; before the first they are 1.
  public var interval: Int

  /// The method with pytorch_optimizer's defaults, but for roots at every 10th step instead of every 1,000th.
  public init(
    learningRate: Double = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999, averages: Bool = false,
    nesterov: Bool = true, weightDecay: Double = 0, decay: DecayKind = .coupled, graft: Graft = .sgd,
    graftEpsilon: Double = 1e-10, epsilon: Double = 1e-6, blockSize: Int = 512, largestAxis: Int = 8192,
    startingStep: Int = 25, momentInterval: Int = 1, interval: Int = 10
  ) {
    require(
      blockSize > 0 && startingStep > 0 && momentInterval > 0 && interval > 0,
      "blocks, the starting step and intervals are 1 or more")
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.averages = averages
    self.nesterov = nesterov
    self.weightDecay = weightDecay
    self.decay = decay
    self.graft = graft
    self.graftEpsilon = graftEpsilon
    self.epsilon = epsilon
    self.blockSize = blockSize
    self.largestAxis = largestAxis
    self.startingStep = startingStep
    self.momentInterval = momentInterval
    self.interval = interval
  }

  public func slots(of segment: ParameterLayout.Segment) -> [Slot] {
    var slots: [Slot] = ["momentum", "graftMomentum"]
    if keepsSquares { slots.append("squares") }
    guard isPreconditioned(segment.shape) else { return slots }
    for (number, block) in BlockPartition(segment.shape, size: blockSize).blocks.enumerated() {
      for (axis, range) in block.enumerated() {
        slots.append(.identity("moments.\(number).\(axis)", size: range.count, scale: epsilon))
        slots.append(.identity("root.\(number).\(axis)", size: range.count))
      }
    }
    return slots
  }

  public func update<A: Scalar>(
    _ weights: inout Tensor<A>, along gradient: Tensor<A>, slots: inout [Tensor<A>],
    of segment: ParameterLayout.Segment, at step: Step
  ) where A.Accumulator == A {
    var plain = graftStep(gradient, &slots)
    var own = preconditioned(gradient, &slots, at: step) ?? plain
    // pytorch_optimizer's 1e-16 keeps 0/0 away.
    if graft != .none { own.scale(by: plain.euclideanNorm / (own.euclideanNorm + 1e-16)) }
    if decay == .decoupled {
      weights.scale(by: A(1 - learningRate * weightDecay))
    } else if weightDecay != 0 {
      plain.combine(A(weightDecay), weights)
      own.combine(A(weightDecay), weights)
    }
    let added = A(averages ? 1 - beta1 : 1)
    slots[0].combine(added, own, A(beta1))
    slots[1].combine(added, plain, A(beta1))
    let begun = step.number >= startingStep
    var direction = begun ? slots[0] : slots[1]
    if nesterov { direction.combine(added, begun ? own : plain, A(beta1)) }
    weights.combine(A(-learningRate), direction)
  }

  private var keepsSquares: Bool { graft == .adagrad || graft == .rmsprop }

  private func isPreconditioned(_ shape: Shape) -> Bool {
    shape.rank > 1 && (0..<shape.rank).allSatisfy { shape[$0] <= largestAxis }
  }

  /// The step of the method that is grafted.
  private func graftStep<A: Scalar>(_ gradient: Tensor<A>, _ slots: inout [Tensor<A>]) -> Tensor<A>
  where A.Accumulator == A {
    switch graft {
    case .none, .sgd: return gradient
    case .sign:
      let magnitude = abs(gradient)
      return gradient / Tensor.maximum(magnitude, Tensor(A.leastNonzeroMagnitude))
    case .adagrad: slots[2].combine(1, gradient * gradient)
    case .rmsprop: slots[2].combine(A(1 - beta2), gradient * gradient, A(beta2))
    }
    return gradient / (sqrt(slots[2]) + graftEpsilon)
  }

  /// Shampoo's step, nil for a tensor that has no matrices.
  private func preconditioned<A: Scalar>(_ gradient: Tensor<A>, _ slots: inout [Tensor<A>], at step: Step) -> Tensor<A>?
  where A.Accumulator == A {
    let shape = gradient.shape
    guard isPreconditioned(shape) else { return nil }
    let partition = BlockPartition(shape, size: blockSize)
    var slot = keepsSquares ? 3 : 2
    let blocks = partition.split(gradient).map { block in
      var direction = block
      for axis in 0..<shape.rank {
        if step.number.isMultiple(of: momentInterval) {
          slots[slot].combine(A(beta2 == 1 ? 1 : 1 - beta2), block.modeGram(axis), A(beta2))
        }
        if step.number.isMultiple(of: interval) { slots[slot + 1] = slots[slot].inverseRoot(2 * shape.rank) }
        direction = direction.modeProduct(slots[slot + 1], axis)
        slot += 2
      }
      return direction
    }
    return partition.join(blocks)
  }
}

extension ScalableShampoo {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "scalable-shampoo", ScalableShampoo(),
    summary: "Shampoo of blocks with averaged moments, its steps as long as a simpler method's",
    paper: "Anil, Gupta, Koren, Regan, Singer 2020 (arXiv:2002.09018)", laws: .segmented,
    examples: [
      ["startingStep": "3", "interval": "2"],
      [
        "graft": "rmsprop", "startingStep": "1", "interval": "1", "averages": "true", "nesterov": "false",
        "weightDecay": "0.1", "decay": "decoupled",
      ],
      ["graft": "adagrad", "blockSize": "2", "startingStep": "2", "interval": "1", "weightDecay": "0.1"],
      ["graft": "sign", "beta2": "1", "startingStep": "2", "interval": "2", "momentInterval": "2"],
      ["graft": "none", "largestAxis": "6", "startingStep": "2", "interval": "2", "epsilon": "0.001"],
    ],
    [
      .number("learningRate", \.learningRate, .nonNegative), .number("beta1", \.beta1, .decay),
      .number("beta2", \.beta2, .fraction), .flag("averages", \.averages), .flag("nesterov", \.nesterov),
      .number("weightDecay", \.weightDecay, .nonNegative), .choice("decay", \.decay),
      .choice("graft", \.graft), .number("graftEpsilon", \.graftEpsilon, .positive),
      .number("epsilon", \.epsilon, .positive), .count("blockSize", \.blockSize),
      .count("largestAxis", \.largestAxis), .count("startingStep", \.startingStep),
      .count("momentInterval", \.momentInterval), .count("interval", \.interval),
    ])
}
