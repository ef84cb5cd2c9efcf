/// Averaged stochastic gradient descent: plain steps at a falling rate, and the average of the points they reach.
///
/// g ← g + λ_w w; η_t = η/(1 + λ η (t − 1))^α; w ← (1 − λ η_t) w − η_t g; the average a begins anew at every step
/// until t₀ + 2, then a ← a + (w − a)/(t − 1 − t₀). The model is to be evaluated at a, which is the evaluation point and
/// the slot `average`; until averaging begins it is w. Polyak and Juditsky 1992 (doi:10.1137/0330046); the rate is that
/// of Bottou 2010 (doi:10.1007/978-3-7908-2604-3_16).
public struct ASGD: ElementwiseOptimizer {
  /// η, the size of a step.
  public var learningRate: Double
  /// λ, of the regularization λ/2 |w|² that the step includes and by which the rate falls.
  public var regularization: Double
  /// α, how fast the rate falls.
  public var rateExponent: Double
  /// t₀, the number of steps before averaging begins.
  public var averagingStart: Double
  /// λ_w, added to the gradient times the weight.
  public var weightDecay: Double

  /// The method with PyTorch's defaults: η = 0.01, λ = 1e-4, α = 0.75, t₀ = 1e6.
  public init(
    learningRate: Double = 0.01, regularization: Double = 1e-4, rateExponent: Double = 0.75,
    averagingStart: Double = 1e6, weightDecay: Double = 0
  ) {
    self.learningRate = learningRate
    self.regularization = regularization
    self.rateExponent = rateExponent
    self.averagingStart = averagingStart
    self.weightDecay = weightDecay
  }

  public var slots: [Slot] { [.parameters("average")] }

  /// What is the same for all elements of a step.
  public struct Coefficients: Sendable {
    @usableFromInline let rate: Double
    @usableFromInline let kept: Double
    @usableFromInline let averageWeight: Double
  }

  public func coefficients(at step: Step) -> Coefficients {
    let past = Double(step.number - 1)
    let rate = learningRate * realPower(1 + regularization * learningRate * past, -rateExponent)
    return Coefficients(
      rate: rate, kept: 1 - regularization * rate, averageWeight: 1 / max(1, past - averagingStart))
  }

  @inlinable @inline(__always)
  public func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at c: Coefficients) {
    let g = g + weightDecay * w
    w = c.kept * w - c.rate * g
    s[0] = c.averageWeight == 1 ? w : s[0] + c.averageWeight * (w - s[0])
  }

  public func evaluationPoint<S: Scalar>(
    of parameters: ParameterVector<S>, state: OptimizerState<S>
  ) -> ParameterVector<S> {
    ParameterVector(state.slots[0].narrowed(to: S.self), layout: parameters.layout)
  }
}

extension ASGD {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "asgd", ASGD(), summary: "gradient descent at a falling rate, evaluated at the average of its points",
    paper: "Polyak and Juditsky 1992 (doi:10.1137/0330046)", laws: .elementwise,
    examples: [
      [:],
      [
        "learningRate": "0.1", "regularization": "0.01", "rateExponent": "0.6", "averagingStart": "4",
        "weightDecay": "0.1",
      ],
    ],
    [
      .number("learningRate", \.learningRate, .nonNegative),
      .number("regularization", \.regularization, .nonNegative),
      .number("rateExponent", \.rateExponent, .nonNegative),
      .number("averagingStart", \.averagingStart, .nonNegative),
      .number("weightDecay", \.weightDecay, .nonNegative),
    ])
}
