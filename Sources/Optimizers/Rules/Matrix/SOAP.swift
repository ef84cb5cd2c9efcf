/// SOAP: Adam in the eigenbases of Shampoo's moments.
///
/// For each axis i, Lᵢ ← β Lᵢ + (1 − β) Gᵢ Gᵢᵀ with orthonormal Qᵢ ≈ its eigenvectors. g′ and m′ are gradient and mean with every
/// axis taken to its basis; m ← β₁ m + (1 − β₁) g; v ← β₂ v + (1 − β₂) g′²; the step is m′/(√v + ε), taken back, times
/// η √(1 − β₂^q)/(1 − β₁^q); then w ← (1 − η λ) w. Vyas et al. 2024 (arXiv:2409.11321), as pytorch_optimizer defines it: the first
/// step only fills the moments and finds Qᵢ, so q = t − 1; every `interval` steps Qᵢ is renewed by one power iteration,
/// Qᵢ ← QR(Lᵢ Qᵢ), in the order of the eigenvalues.
public struct SOAP: TensorwiseOptimizer {
  /// η, the size of a step.
  public var learningRate: Double
  /// β₁, the weight of the past in the mean.
  public var beta1: Double
  /// β₂, the weight of the past in the mean square.
  public var beta2: Double
  /// β, the weight of the past in the moments; nil for β₂.
  public var momentBeta: Double?
  /// λ, the decoupled decay.
  public var weightDecay: Double
  /// ε, added to the root.
  public var epsilon: Double
  /// The number of steps after which the bases are renewed.
  public var interval: Int
  /// The largest axis that has a basis.
  public var largestAxis: Int
  /// Whether vectors have a basis too.
  public var includesVectors: Bool
  /// Whether mean and mean square are corrected for beginning at zero.
  public var correctsBias: Bool
  /// Whether steps are divided by their root mean square.
  public var normalizes: Bool

  /// The method with the defaults of its authors: η = 3e-3, β₁ = β₂ = 0.95, λ = 0.01, ε = 1e-8, bases every 10 steps.
  public init(
    learningRate: Double = 3e-3, beta1: Double = 0.95, beta2: Double = 0.95, momentBeta: Double? = nil,
    weightDecay: Double = 0.01, epsilon: Double = 1e-8, interval: Int = 10, largestAxis: Int = 10_000,
    includesVectors: Bool = false, correctsBias: Bool = true, normalizes: Bool = false
  ) {
    require(interval > 0, "bases are renewed after 1 step or more, not \(interval)")
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.momentBeta = momentBeta
    self.weightDecay = weightDecay
    self.epsilon = epsilon
    self.interval = interval
    self.largestAxis = largestAxis
    self.includesVectors = includesVectors
    self.correctsBias = correctsBias
    self.normalizes = normalizes
  }

  public func slots(of segment: ParameterLayout.Segment) -> [Slot] {
    ["mean", "meanSquare"]
      + axes(segment.shape).flatMap { axis in
        let size = segment.shape[axis]
        return [Slot("moments.\(axis)", shape: [size, size]), .identity("basis.\(axis)", size: size)]
      }
  }

  public func update<A: Scalar>(
    _ weights: inout Tensor<A>, along gradient: Tensor<A>, slots: inout [Tensor<A>],
    of segment: ParameterLayout.Segment, at step: Step
  ) where A.Accumulator == A {
    let axes = axes(weights.shape)
    if step.number > 1 {
      move(&weights, along: gradient, &slots, axes, at: Step(number: step.number - 1))
    }
    for (index, axis) in axes.enumerated() {
      let slot = 2 + 2 * index
      let beta = momentBeta ?? beta2
      slots[slot].combine(A(1 - beta), gradient.modeGram(axis), A(beta))
      if step.number == 1 {
        slots[slot + 1] = SymmetricEigen(of: slots[slot]).vectors.selecting((0..<weights.shape[axis]).reversed(), 1)
      } else if (step.number - 1).isMultiple(of: interval) {
        renewBasis(&slots, slot, axis)
      }
    }
  }

  private func move<A: Scalar>(
    _ weights: inout Tensor<A>, along gradient: Tensor<A>, _ slots: inout [Tensor<A>], _ axes: [Int], at step: Step
  ) where A.Accumulator == A {
    func rotated(_ tensor: Tensor<A>, back: Bool = false) -> Tensor<A> {
      axes.enumerated().reduce(tensor) { $0.modeProduct(slots[3 + 2 * $1.offset], $1.element, transposed: !back) }
    }
    let projected = rotated(gradient)
    slots[0].combine(A(1 - beta1), gradient, A(beta1))
    slots[1].combine(A(1 - beta2), projected * projected, A(beta2))
    var direction = rotated(rotated(slots[0]) / (sqrt(slots[1]) + epsilon), back: true)
    if normalizes { direction.scale(by: 1 / (direction.rootMeanSquare + A(epsilon))) }
    let correction = correctsBias ? step.correction(beta2).squareRoot() / step.correction(beta1) : 1
    weights.combine(A(-learningRate * correction), direction)
    weights.scale(by: A(1 - learningRate * weightDecay))
  }

  /// One power iteration; the mean square goes along into the new order.
  private func renewBasis<A: Scalar>(_ slots: inout [Tensor<A>], _ slot: Int, _ axis: Int) where A.Accumulator == A {
    let basis = slots[slot + 1]
    let image = slots[slot].matrixProduct(basis)
    let size = basis.shape[0]
    let estimates = (basis * image).summed(to: [1, size]).elements
    let order = (0..<size).sorted {
      estimates[$0] == estimates[$1] ? $0 < $1 : estimates[$0] > estimates[$1]
    }
    slots[1] = slots[1].selecting(order, axis)
    slots[slot + 1] = QR(of: image.selecting(order, 1)).orthogonal
  }

  /// The axes that have a basis.
  private func axes(_ shape: Shape) -> [Int] {
    shape.rank == 1 && !includesVectors ? [] : (0..<shape.rank).filter { shape[$0] <= largestAxis }
  }
}

extension SOAP {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "soap", SOAP(), summary: "Adam in the eigenbases of Shampoo's moments",
    paper: "Vyas et al. 2024 (arXiv:2409.11321)", laws: .segmented,
    examples: [
      [:], ["momentBeta": "0.9", "interval": "2", "includesVectors": "true", "weightDecay": "0"],
      ["interval": "1", "correctsBias": "false", "normalizes": "true", "beta1": "0.9", "largestAxis": "4"],
    ],
    [
      .number("learningRate", \.learningRate, .nonNegative), .number("beta1", \.beta1, .decay),
      .number("beta2", \.beta2, .decay), .number("momentBeta", \.momentBeta, .decay),
      .number("weightDecay", \.weightDecay, .nonNegative), .number("epsilon", \.epsilon, .positive),
      .count("interval", \.interval), .count("largestAxis", \.largestAxis),
      .flag("includesVectors", \.includesVectors), .flag("correctsBias", \.correctsBias),
      .flag("normalizes", \.normalizes),
    ])
}
