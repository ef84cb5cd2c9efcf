/// PSGD with a Kronecker product of triangular factors: a preconditioner that is itself found by descent.
///
/// Each axis i has an upper triangular Qᵢ; the preconditioner P = QᵀQ with Q = ⊗ Qᵢ comes to P E[g gᵀ] P = I, so P to
/// E[g gᵀ]^(−1/2), by steps on E[gᵀ P g + vᵀ P⁻¹ v] with v normal: A = Q g, B = Q⁻ᵀ v, and for each axis
/// Qᵢ ← Qᵢ − ρ triu(Aᵢ Aᵢᵀ − Bᵢ Bᵢᵀ)/‖Aᵢ Aᵢᵀ + Bᵢ Bᵢᵀ‖ Qᵢ with unfoldings Aᵢ, Bᵢ and an estimate of the spectral norm. The step is
/// u = P m̂ with m̂ the corrected average of gradients, u ← u min(1, c/RMS(u)), w ← w − η (u + λ w). Tensors of fewer than two
/// axes and axes above `largestAxis` have diagonal factors, and do not decay.
/// Li 2018 (arXiv:1512.04202), 2022 (arXiv:2211.04422); constants and clipping as in the Kron of pytorch_optimizer, which
/// renews factors less and less often and at random.
public struct PSGDKron: TensorwiseOptimizer {
  /// η, the size of a step.
  public var learningRate: Double
  /// μ, the weight of the past in the average.
  public var momentum: Double
  /// λ, the decoupled decay of tensors with two axes or more.
  public var weightDecay: Double
  /// ρ, the step size of the factors.
  public var factorRate: Double
  /// The number of steps after which factors are renewed.
  public var interval: Int
  /// With what multiple of the identity P begins, to the power of a half.
  public var initialScale: Double
  /// c, the largest root mean square of a step; nil for no bound.
  public var clipping: Double?
  /// The largest axis that has a full triangle.
  public var largestAxis: Int
  /// The seed of v.
  public var seed: Int

  /// The method with pytorch_optimizer's defaults: η = 1e-3, μ = 0.9, λ = 0, ρ = 0.1, c = 1.1; factors at every step.
  public init(
    learningRate: Double = 1e-3, momentum: Double = 0.9, weightDecay: Double = 0, factorRate: Double = 0.1,
    interval: Int = 1, initialScale: Double = 1, clipping: Double? = 1.1, largestAxis: Int = 8192, seed: Int = 0
  ) {
    require(interval > 0, "factors are renewed after 1 step or more, not \(interval)")
    self.learningRate = learningRate
    self.momentum = momentum
    self.weightDecay = weightDecay
    self.factorRate = factorRate
    self.interval = interval
    self.initialScale = initialScale
    self.clipping = clipping
    self.largestAxis = largestAxis
    self.seed = seed
  }

  public func slots(of segment: ParameterLayout.Segment) -> [Slot] {
    let shape = axisShape(segment.shape)
    let root = realPower(initialScale, 1 / Double(shape.rank))
    return ["mean"]
      + (0..<shape.rank).map { axis in
        isFull(axis, shape)
          ? .identity("factor.\(axis)", size: shape[axis], scale: root)
          : .filled("factor.\(axis)", with: root, shape: [shape[axis]])
      }
  }

  public func update<A: Scalar>(
    _ weights: inout Tensor<A>, along gradient: Tensor<A>, slots: inout [Tensor<A>],
    of segment: ParameterLayout.Segment, at step: Step
  ) where A.Accumulator == A {
    slots[0].combine(A(1 - momentum), gradient, A(momentum))
    let shape = axisShape(weights.shape)
    let mean = slots[0].scaled(by: A(1 / step.correction(momentum))).reshaped(to: shape)
    if step.number.isMultiple(of: interval) {
      let stream = RandomStream(seed: UInt64(bitPattern: Int64(seed)), purpose: .preconditioning, index: step.number)
      let noise = segment.range.map { A(stream.normal(at: $0)) }
      renewFactors(&slots, along: mean, Tensor(shape, noise))
      // Only the product of the factors matters: now and then they are brought to one size, so that none overflows.
      if step.number.isMultiple(of: 100 * interval) { balanceFactors(&slots) }
    }
    var direction = preconditioned(mean, slots).reshaped(to: weights.shape)
    if let clipping {
      let bound = A(clipping) / (direction.rootMeanSquare + A(1e-6))
      if bound < 1 { direction.scale(by: bound) }
    }
    let decay = weights.shape.rank > 1 ? learningRate * weightDecay : 0
    weights.combine(A(-learningRate), direction, A(1 - decay))
  }

  /// P g
  private func preconditioned<A: Scalar>(_ gradient: Tensor<A>, _ slots: [Tensor<A>]) -> Tensor<A>
  where A.Accumulator == A {
    (0..<gradient.shape.rank).reduce(gradient) { tensor, axis in
      let factor = slots[axis + 1]
      return tensor.scaledAlong(axis, by: factor).scaledAlong(axis, by: factor, transposed: true)
    }
  }

  /// One step of the factors.
  private func renewFactors<A: Scalar>(_ slots: inout [Tensor<A>], along gradient: Tensor<A>, _ noise: Tensor<A>)
  where A.Accumulator == A {
    var (a, b) = (gradient, noise)
    for axis in 0..<gradient.shape.rank {
      let factor = slots[axis + 1]
      a = a.scaledAlong(axis, by: factor)
      b =
        factor.shape.rank == 2
        ? b.refolded(solveTransposed(factor, b.unfolded(axis)), axis)
        : b.scaledAlong(axis, by: factor.applying(.reciprocal))
    }
    for axis in 0..<gradient.shape.rank {
      let factor = slots[axis + 1]
      let isFull = factor.shape.rank == 2
      let (first, second) = (a.secondMoment(axis, isFull), b.secondMoment(axis, isFull))
      let sum = first + second
      let size = isFull ? sum.spectralNormEstimate : sum.reduced(.maximum)
      guard size > 0 else { continue }
      let change = (first - second).scaled(by: A(factorRate) / size)
      slots[axis + 1] = factor - (isFull ? change.upperTriangle.matrixProduct(factor) : change * factor)
    }
  }

  private func balanceFactors<A: Scalar>(_ slots: inout [Tensor<A>]) where A.Accumulator == A {
    let sizes = slots.dropFirst().map { abs($0).reduced(.maximum) }
    let logarithm = sizes.reduce(0) { $0 + A.log($1) } / A(sizes.count)
    for (index, size) in sizes.enumerated() { slots[index + 1].scale(by: A.exp(logarithm) / size) }
  }

  /// The shape, a single number being a vector of one.
  private func axisShape(_ shape: Shape) -> Shape { shape.rank == 0 ? [1] : shape }

  private func isFull(_ axis: Int, _ shape: Shape) -> Bool { shape.rank > 1 && (2...largestAxis) ~= shape[axis] }
}

extension Tensor where S.Accumulator == S {
  /// This tensor times a factor along an axis: a matrix, or a vector for the diagonal of one.
  fileprivate func scaledAlong(_ axis: Int, by factor: Tensor, transposed: Bool = false) -> Tensor {
    if factor.shape.rank == 2 { return modeProduct(factor, axis, transposed: transposed) }
    return self * factor.reshaped(to: shape.keepingOnly(axis))
  }

  /// The Gram matrix along an axis, or its diagonal.
  fileprivate func secondMoment(_ axis: Int, _ isFull: Bool) -> Tensor {
    isFull ? modeGram(axis) : unfolded(axis).reducedRows(.sumOfSquares)
  }

  /// A matrix with zeros below the diagonal.
  fileprivate var upperTriangle: Tensor {
    let (size, elements) = (shape[0], elements)
    return Tensor(
      shape, elements.indices.map { $0 / size <= $0 % size ? elements[$0] : 0 })
  }

  /// A lower bound of the spectral norm of a symmetric positive semidefinite matrix, seldom far below it: ‖A x‖ with x the
  /// direction of A times its longest column (Li's `norm_lower_bound`).
  fileprivate var spectralNormEstimate: S {
    let largest = abs(self).reduced(.maximum)
    guard largest > 0 else { return largest }
    let scaled = scaled(by: 1 / largest)
    let norms = scaled.reducedRows(.sumOfSquares).elements
    let longest = norms.indices.max { norms[$0] < norms[$1] } ?? 0
    let size = shape[0]
    let column = Tensor([size, 1], scaled.elements[longest * size..<(longest + 1) * size])
    let image = scaled.matrixProduct(column)
    return scaled.matrixProduct(image.scaled(by: 1 / image.euclideanNorm)).euclideanNorm * largest
  }
}

extension PSGDKron {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "psgd-kron", PSGDKron(), summary: "a Kronecker-factored preconditioner that is itself found by descent",
    paper: "Li 2018 (arXiv:1512.04202), 2022 (arXiv:2211.04422)", laws: .segmented,
    examples: [
      [:], ["momentum": "0", "weightDecay": "0.1", "interval": "2", "clipping": "none", "initialScale": "0.5"],
      ["largestAxis": "4", "factorRate": "0.3", "seed": "5"],
    ],
    [
      .number("learningRate", \.learningRate, .nonNegative), .number("momentum", \.momentum, .decay),
      .number("weightDecay", \.weightDecay, .nonNegative), .number("factorRate", \.factorRate, .fraction),
      .count("interval", \.interval), .number("initialScale", \.initialScale, .positive),
      .number("clipping", \.clipping, .positive), .count("largestAxis", \.largestAxis, minimum: 2),
      .count("seed", \.seed, minimum: 0),
    ])
}
