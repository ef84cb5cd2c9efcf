/// Keeps more of the parameters than a narrow scalar type holds, so that small steps are not lost in rounding.
///
/// The optimizer inside steps in the accumulator's type (Float for Float16 and BFloat16); the model sees parameters of the
/// narrow type. In Float and Double, whose accumulator is themselves, nothing changes.
/// Micikevicius et al. 2018 (arXiv:1710.03740) for master weights; Zamirai et al. 2020 (arXiv:2010.06192) for
/// compensation and stochastic rounding.
public struct HighPrecision<Base: Optimizer>: OptimizerWrapper {
  /// How more is kept.
  public enum Method: Hashable, Sendable {
    /// A copy of the parameters in the accumulator's type.
    case masterWeights
    /// What was rounded away, itself rounded to the narrow type: half the memory, twice the narrow type's digits (Kahan).
    case compensation
    /// Nothing is kept; parameters are rounded up or down at random, so that their mean is right.
    case stochasticRounding(seed: UInt64 = 0)
  }

  /// What steps.
  public var base: Base
  /// How more is kept.
  public var method: Method

  public func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> {
    var state = OptimizerState<S>(inner: [base.initialState(for: parameters)])
    guard S.self != S.Accumulator.self else { return state }
    switch method {
    case .masterWeights: state.append("master", parameters.values.widened())
    case .compensation: state.append("compensation", .zeros([parameters.layout.count]))
    case .stochasticRounding: break
    }
    return state
  }

  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    state.step += 1
    guard S.self != S.Accumulator.self else {
      return base.update(&parameters, along: &gradient, state: &state.inner[0])
    }
    let narrow = parameters.values.widened()
    let start =
      switch method {
      case .masterWeights: state.slots[0]
      case .compensation: narrow + state.slots[0]
      case .stochasticRounding: narrow
      }
    var wide = ParameterVector<S.Accumulator>(start, layout: parameters.layout)
    var wideGradient = gradient.inAccumulator
    // Taken out of the state, its tensors are unique, so that stepping copies none.
    var inner = state.inner[0].inAccumulator
    state.inner[0] = OptimizerState()
    base.update(&wide, along: &wideGradient, state: &inner)
    state.inner[0].inAccumulator = inner
    if case .stochasticRounding(let seed) = method {
      let stream = RandomStream(seed: seed, purpose: .rounding, index: state.step)
      parameters.values = roundedAtRandom(wide.values, stream)
      return
    }
    parameters.values = wide.values.narrowed(to: S.self)
    state.slots[0] =
      method == .masterWeights
      ? wide.values : (wide.values - parameters.values.widened()).narrowed(to: S.self).widened()
  }

  /// Each number rounded to one of its two neighbors, to the nearer one more often.
  private func roundedAtRandom<S: Scalar>(_ values: Tensor<S.Accumulator>, _ stream: RandomStream) -> Tensor<S> {
    let rounded = values.elements.enumerated().map { index, value -> S in
      let nearest = S(accumulator: value)
      guard nearest.isFinite, nearest.accumulator != value else { return nearest }
      let other = nearest.accumulator < value ? nearest.nextUp : nearest.nextDown
      guard other.isFinite else { return nearest }
      let share = (value - nearest.accumulator) / (other.accumulator - nearest.accumulator)
      return stream.uniform01(at: index) < share.double ? other : nearest
    }
    return Tensor([rounded.count], rounded)
  }
}

extension Optimizer {
  /// This optimizer on a copy of the parameters in the accumulator's type.
  public func withMasterWeights() -> HighPrecision<Self> { HighPrecision(base: self, method: .masterWeights) }
  /// This optimizer with what rounding takes away kept for the next step.
  public func compensated() -> HighPrecision<Self> { HighPrecision(base: self, method: .compensation) }
  /// This optimizer with parameters rounded at random.
  public func stochasticallyRounded(seed: UInt64 = 0) -> HighPrecision<Self> {
    HighPrecision(base: self, method: .stochasticRounding(seed: seed))
  }
}
