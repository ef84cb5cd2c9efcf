/// Puts an exponential average in the place of the gradient.
///
/// m ← β m + (1 − β) g, g ← m, or m/(1 − βᵗ) where debiased: optax's `ema`.
public struct GradientAverage: GradientTransform {
  /// β, the weight of the past.
  public var decay: Double
  /// Whether the average is corrected for beginning at zero.
  public var debiases: Bool

  /// An average, debiased by default.
  public init(decay: Double, debiases: Bool = true) {
    require((0..<1).contains(decay), "an average has a decay from 0 to below 1, not \(decay)")
    self.decay = decay
    self.debiases = debiases
  }

  public func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> {
    OptimizerState(slots: ["average"], count: parameters.layout.count)
  }

  public func apply<S: Scalar>(
    to gradient: inout Gradient<S>, at parameters: ParameterVector<S>, state: inout OptimizerState<S>
  ) {
    state.slots[0].combine(S.Accumulator(1 - decay), gradient.values, S.Accumulator(decay))
    guard debiases else { return gradient.replace(with: state.slots[0]) }
    let correction = S.Accumulator(1 / Step(number: state.step).correction(decay))
    gradient.replace(with: state.slots[0].scaled(by: correction))
  }
}

extension Optimizer {
  /// This optimizer on an exponential average of gradients.
  public func averagingGradients(decay: Double, debiases: Bool = true) -> Preceded<GradientAverage, Self> {
    preceded(by: GradientAverage(decay: decay, debiases: debiases))
  }
}
