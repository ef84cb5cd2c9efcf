/// Adafactor: steps divided by a root mean square that is factored into rows and columns.
///
/// With βₜ = 1 − t^(−κ), averages R and C of the mean of g² over one and over another axis, R ← βₜ R + (1 − βₜ) mean g²,
/// the mean square is V = R C/mean R; what is not factored keeps V itself. u = g/√V, divided by max(1, RMS(u)/d).
/// Shazeer and Stern 2018 (arXiv:1804.04235). The published definitions differ in the rest: see `Definition`.
public struct Adafactor: TensorwiseOptimizer {
  /// Whose definition.
  public enum Definition: String, CaseIterable, Sendable {
    /// Factored over the last two axes; V at least ε²; the rate is min(η, 1/√t); decay first: w ← (1 − η λ) w.
    case pytorch
    /// Factored over the two largest axes, if both have `minimumFactoredSize`; g² + ε in place of g²; the rate is η;
    /// decay is not multiplied by it: w ← w − (u + λ w).
    case optax
  }

  /// η, the size of a step.
  public var learningRate: Double
  /// Whose definition.
  public var definition: Definition
  /// κ, how fast the weight of the past grows.
  public var decayExponent: Double
  /// ε; nil for PyTorch's the machine epsilon of the accumulator, for optax's 1e-30.
  public var epsilon: Double?
  /// d, the largest root mean square of a step; nil for no bound.
  public var clipping: Double?
  /// Whether steps are multiplied by the root mean square of the weights.
  public var scalesByWeights: Bool
  /// The least root mean square of the weights that counts.
  public var minimumScale: Double
  /// λ, the decoupled decay.
  public var weightDecay: Double
  /// The weight of the past in an average of steps; 0 for none, as in PyTorch.
  public var momentum: Double
  /// The least size of an axis that is factored; PyTorch's is 1, optax's 128.
  public var minimumFactoredSize: Int

  /// The method with PyTorch's defaults: η = 0.01, κ = 0.8, d = 1.
  public init(
    learningRate: Double = 0.01, definition: Definition = .pytorch, decayExponent: Double = 0.8,
    epsilon: Double? = nil, clipping: Double? = 1, scalesByWeights: Bool = true, minimumScale: Double = 1e-3,
    weightDecay: Double = 0, momentum: Double = 0, minimumFactoredSize: Int = 1
  ) {
    self.learningRate = learningRate
    self.definition = definition
    self.decayExponent = decayExponent
    self.epsilon = epsilon
    self.clipping = clipping
    self.scalesByWeights = scalesByWeights
    self.minimumScale = minimumScale
    self.weightDecay = weightDecay
    self.momentum = momentum
    self.minimumFactoredSize = minimumFactoredSize
  }

  public func slots(of segment: ParameterLayout.Segment) -> [Slot] {
    var slots: [Slot] = ["meanSquare"]
    if let axes = factoredAxes(segment.shape) {
      slots = [
        Slot("rows", shape: segment.shape.flattening(axes.columns)),
        Slot("columns", shape: segment.shape.flattening(axes.rows)),
      ]
    }
    return slots + (momentum == 0 ? [] : ["mean"])
  }

  public func update<A: Scalar>(
    _ weights: inout Tensor<A>, along gradient: Tensor<A>, slots: inout [Tensor<A>],
    of segment: ParameterLayout.Segment, at step: Step
  ) where A.Accumulator == A {
    let number = Double(step.number)
    let isOptax = definition == .optax
    let rate = isOptax ? learningRate : min(learningRate, 1 / number.squareRoot())
    var factor = A(rate)
    if scalesByWeights { factor *= largest(weights.rootMeanSquare, A(minimumScale)) }
    var direction = gradient / sqrt(meanSquare(of: gradient, &slots, at: step))
    if let clipping { factor /= largest(1, direction.rootMeanSquare / A(clipping)) }
    direction.scale(by: factor)
    if momentum != 0 {
      let mean = factoredAxes(weights.shape) == nil ? 1 : 2
      slots[mean].combine(A(1 - momentum), direction, A(momentum))
      direction = slots[mean]
    }
    weights.combine(-1, direction, A(1 - weightDecay * (isOptax ? 1 : learningRate)))
  }

  /// V, which is not 0 anywhere.
  private func meanSquare<A: Scalar>(of gradient: Tensor<A>, _ slots: inout [Tensor<A>], at step: Step) -> Tensor<A>
  where A.Accumulator == A {
    let new = A(realPower(Double(step.number), -decayExponent))
    let isOptax = definition == .optax
    let epsilon = epsilon.map { A($0) } ?? (isOptax ? 1e-30 : A.ulpOfOne)
    let floor = Tensor<A>(isOptax ? A.leastNormalMagnitude : largest(epsilon * epsilon, A.leastNormalMagnitude))
    let square = isOptax ? gradient * gradient + Tensor<A>(epsilon) : gradient * gradient
    guard let axes = factoredAxes(gradient.shape) else {
      slots[0].combine(new, square, 1 - new)
      return Tensor.maximum(slots[0], floor)
    }
    slots[0].combine(new, square.mean(axes.columns), 1 - new)
    slots[1].combine(new, square.mean(axes.rows), 1 - new)
    let mean = Tensor.maximum(slots[0].mean(axes.rows), isOptax ? floor : Tensor(epsilon))
    return Tensor.maximum(slots[0] / mean * slots[1], floor)
  }

  /// The axes that rows and columns run along, if a tensor is factored.
  private func factoredAxes(_ shape: Shape) -> (rows: Int, columns: Int)? {
    guard shape.rank >= 2 else { return nil }
    var axes = Array(0..<shape.rank)
    // Of equal sizes the last counts as the largest, as NumPy sorts.
    if definition == .optax { axes.sort { (shape[$0], $0) < (shape[$1], $1) } }
    let (rows, columns) = (axes[axes.count - 2], axes[axes.count - 1])
    return min(shape[rows], shape[columns]) < minimumFactoredSize ? nil : (rows, columns)
  }

  private func largest<A: Scalar>(_ left: A, _ right: A) -> A { left < right ? right : left }
}

extension Shape {
  /// The shape with one axis of size 1.
  fileprivate func flattening(_ axis: Int) -> Shape {
    var shape = self
    shape[axis] = 1
    return shape
  }
}

extension Tensor where S.Accumulator == S {
  /// The mean over an axis, which stays with size 1.
  fileprivate func mean(_ axis: Int) -> Tensor { summed(to: shape.flattening(axis), scale: 1 / Double(shape[axis])) }

  /// √(Σ xᵢ²/n)
  var rootMeanSquare: S { euclideanNorm / S(Double(count).squareRoot()) }
}

extension Adafactor {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "adafactor", Adafactor(), summary: "steps divided by a root mean square that is factored into rows and columns",
    paper: "Shazeer and Stern 2018 (arXiv:1804.04235)", laws: .segmented,
    examples: [
      [:],
      ["decayExponent": "0.6", "epsilon": "1e-8", "minimumScale": "0.01", "weightDecay": "0.1", "clipping": "1.5"],
      ["definition": "optax", "momentum": "0.9", "minimumFactoredSize": "2", "weightDecay": "0.01"],
      ["definition": "optax", "minimumFactoredSize": "128", "scalesByWeights": "false", "clipping": "none"],
    ],
    [
      .number("learningRate", \.learningRate, .nonNegative), .choice("definition", \.definition),
      .number("decayExponent", \.decayExponent, .positive), .number("epsilon", \.epsilon, .positive),
      .number("clipping", \.clipping, .positive), .flag("scalesByWeights", \.scalesByWeights),
      .number("minimumScale", \.minimumScale, .nonNegative), .number("weightDecay", \.weightDecay, .nonNegative),
      .number("momentum", \.momentum, .decay), .count("minimumFactoredSize", \.minimumFactoredSize),
    ])
}
