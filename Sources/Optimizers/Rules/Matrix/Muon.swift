/// Muon: momentum of a matrix, made orthogonal; what is not a matrix is left to Adam with decoupled decay.
///
/// m ← μ m + (1 − μ) g; X = μ m + (1 − μ) g with Nesterov's variant, else m; X ← X/‖X‖, then the iteration of `NewtonSchulz`;
/// w ← (1 − η λ) w − η k X, with k as `Adjustment` says. Jordan et al. 2024 (kellerjordan.github.io/posts/muon);
/// Liu et al. 2025 (arXiv:2502.16982). A matrix of zeros gives no step.
public struct Muon: TensorwiseOptimizer {
  /// Whose definition of the average and of its norm.
  public enum Definition: String, CaseIterable, Sendable {
    /// The average as it is; X/max(‖X‖, ε).
    case pytorch
    /// The average corrected for beginning at zero, with Nesterov's variant μ m/(1 − μᵗ⁺¹) + (1 − μ) g/(1 − μᵗ), and so
    /// Adam's; X/(‖X‖ + ε).
    case optax
  }

  /// Which axis of a matrix is that of outputs.
  public enum Axes: String, CaseIterable, Sendable {
    /// [out, in], as in PyTorch and here.
    case outIn
    /// [in, out], as in JAX.
    case inOut
  }

  /// k, by which a matrix's step is multiplied.
  public enum Adjustment: String, CaseIterable, Sendable {
    /// √max(1, out/in)
    case original
    /// ρ √max(out, in): steps of root mean square about ρ, `rootMeanSquare`, as Adam's are.
    case matchAdam
    /// √(out/in)
    case spectral
    /// 1
    case none
  }

  /// The norm that X is divided by.
  public enum Norm: String, CaseIterable, Sendable {
    /// The Frobenius norm, at least as large as all singular values.
    case frobenius
    /// The largest singular value, which leaves the others as large as they may be, for the price of eigenvalues.
    case spectral
  }

  /// Which parameters are made orthogonal.
  public enum Targets: String, CaseIterable, Sendable {
    /// Matrices that multiply their input; not tables of embeddings.
    case weights
    /// All that have two axes, as in optax.
    case matrices
    /// Weights of two axes or more: kernels are seen as matrices of outputs by all else.
    case kernels
  }

  /// η, the size of a step.
  public var learningRate: Double
  /// Whose definition of the average and of its norm.
  public var definition: Definition
  /// μ, the weight of the past in the average.
  public var momentum: Double
  /// Whether the step looks ahead along the momentum.
  public var nesterov: Bool
  /// λ, the decoupled decay of matrices.
  public var weightDecay: Double
  /// The iteration.
  public var iteration: NewtonSchulz
  /// ε, beside the norm.
  public var epsilon: Double
  /// The norm that X is divided by.
  public var norm: Norm
  /// Whether the step is multiplied by ⟨average, X⟩, its dual norm (Bernstein and Newhouse 2024, arXiv:2409.20325).
  public var adaptive: Bool
  /// k, by which a matrix's step is multiplied.
  public var adjustment: Adjustment
  /// ρ of the adjustment `matchAdam`.
  public var rootMeanSquare: Double
  /// Which axis of a matrix is that of outputs.
  public var axes: Axes
  /// Which parameters are made orthogonal.
  public var targets: Targets
  /// η of the others; nil for the same. A schedule of the learning rate scales both.
  public var adamLearningRate: Double?
  /// β₁ of the others.
  public var adamBeta1: Double
  /// β₂ of the others.
  public var adamBeta2: Double
  /// ε of the others.
  public var adamEpsilon: Double
  /// ε_root of the others, added below the root.
  public var adamEpsilonRoot: Double
  /// λ of the others.
  public var adamWeightDecay: Double

  /// The method with PyTorch's defaults (η = 1e-3, μ = 0.95, λ = 0.1, ε = 1e-7), ρ = 0.2 of Liu et al., and optax's for the
  /// others.
  public init(
    learningRate: Double = 1e-3, definition: Definition = .pytorch, momentum: Double = 0.95, nesterov: Bool = true,
    weightDecay: Double = 0.1, iteration: NewtonSchulz = NewtonSchulz(), epsilon: Double = 1e-7,
    norm: Norm = .frobenius, adaptive: Bool = false, adjustment: Adjustment = .original,
    rootMeanSquare: Double = 0.2, axes: Axes = .outIn, targets: Targets = .weights, adamLearningRate: Double? = nil,
    adamBeta1: Double = 0.9, adamBeta2: Double = 0.999, adamEpsilon: Double = 1e-8, adamEpsilonRoot: Double = 0,
    adamWeightDecay: Double = 0
  ) {
    self.learningRate = learningRate
    self.definition = definition
    self.momentum = momentum
    self.nesterov = nesterov
    self.weightDecay = weightDecay
    self.iteration = iteration
    self.epsilon = epsilon
    self.norm = norm
    self.adaptive = adaptive
    self.adjustment = adjustment
    self.rootMeanSquare = rootMeanSquare
    self.axes = axes
    self.targets = targets
    self.adamLearningRate = adamLearningRate
    self.adamBeta1 = adamBeta1
    self.adamBeta2 = adamBeta2
    self.adamEpsilon = adamEpsilon
    self.adamEpsilonRoot = adamEpsilonRoot
    self.adamWeightDecay = adamWeightDecay
  }

  public mutating func scaleLearningRates(by factor: Double) {
    learningRate *= factor
    adamLearningRate = adamLearningRate.map { $0 * factor }
  }

  public func slots(of segment: ParameterLayout.Segment) -> [Slot] {
    orthogonalizes(segment) ? ["momentum"] : ["mean", "meanSquare"]
  }

  public func update<A: Scalar>(
    _ weights: inout Tensor<A>, along gradient: Tensor<A>, slots: inout [Tensor<A>],
    of segment: ParameterLayout.Segment, at step: Step
  ) where A.Accumulator == A {
    guard orthogonalizes(segment) else {
      let rule = BoundRule(optimizer: others, coefficients: others.coefficients(at: step))
      return ElementwisePass.run(rule, on: &weights, along: gradient, slots: &slots)
    }
    slots[0].combine(A(1 - momentum), gradient, A(momentum))
    let size = matrixSize(weights.shape)
    let average = average(gradient, slots[0], at: step).reshaped(to: size)
    var direction = iteration(normalized(average))
    var factor = A(adjustmentFactor(size))
    if adaptive { factor *= average.dot(direction) }
    direction.scale(by: A(learningRate) * factor)
    weights.combine(-1, direction, A(1 - learningRate * weightDecay))
  }

  /// Whether a parameter is a matrix here.
  private func orthogonalizes(_ segment: ParameterLayout.Segment) -> Bool {
    switch targets {
    case .weights: segment.shape.rank == 2 && segment.role == .weight
    case .matrices: segment.shape.rank == 2
    case .kernels: segment.shape.rank >= 2 && segment.role == .weight
    }
  }

  /// The shape of a parameter as a matrix: outputs by all else.
  private func matrixSize(_ shape: Shape) -> Shape {
    axes == .outIn ? [shape[0], shape.dropping(axis: 0).count] : [shape.rows, shape.columns]
  }

  /// What is made orthogonal.
  private func average<A: Scalar>(_ gradient: Tensor<A>, _ mean: Tensor<A>, at step: Step) -> Tensor<A>
  where A.Accumulator == A {
    let corrects = definition == .optax
    let correction = corrects ? step.correction(momentum) : 1
    guard nesterov else { return corrects ? mean.scaled(by: A(1 / correction)) : mean }
    let ahead = corrects ? Step(number: step.number + 1).correction(momentum) : 1
    var average = gradient
    average.combine(A(momentum / ahead), mean, A((1 - momentum) / correction))
    return average
  }

  /// X/‖X‖, or X if that is 0.
  private func normalized<A: Scalar>(_ matrix: Tensor<A>) -> Tensor<A> where A.Accumulator == A {
    var size = matrix.euclideanNorm
    if size == 0 { return matrix }
    if norm == .spectral { size *= matrix.scaled(by: 1 / size).largestSingularValue }
    let epsilon = A(epsilon)
    return matrix / Tensor(definition == .optax ? size + epsilon : (size < epsilon ? epsilon : size))
  }

  /// k
  private func adjustmentFactor(_ size: Shape) -> Double {
    let (rows, columns) = (Double(size[0]), Double(size[1]))
    let (outputs, inputs) = axes == .outIn ? (rows, columns) : (columns, rows)
    return switch adjustment {
    case .original: max(1, outputs / inputs).squareRoot()
    case .matchAdam: rootMeanSquare * max(outputs, inputs).squareRoot()
    case .spectral: (outputs / inputs).squareRoot()
    case .none: 1
    }
  }

  /// Adam with decoupled decay, for what is not a matrix.
  private var others: Adam {
    Adam(
      learningRate: adamLearningRate ?? learningRate, beta1: adamBeta1, beta2: adamBeta2, epsilon: adamEpsilon,
      weightDecay: adamWeightDecay, decay: .decoupled, epsilonRoot: adamEpsilonRoot,
      nesterov: nesterov && definition == .optax)
  }
}

extension Tensor where S.Accumulator == S {
  /// The largest singular value of a matrix, the root of the largest eigenvalue of its smaller Gram matrix.
  var largestSingularValue: S {
    let values = SymmetricEigen(of: modeGram(shape[0] > shape[1] ? 1 : 0)).values
    let largest = values.elements.last ?? 0
    return largest > 0 ? largest.squareRoot() : 0
  }
}
