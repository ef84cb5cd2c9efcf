/// Keeps an average of the parameters for evaluation, while training goes on as it would.
///
/// Exponential, a ← β a + (1 − β) w (Polyak and Juditsky 1992, doi:10.1137/0330046, in the form that is usual today), or the
/// running mean, a ← a + (w − a)/n (stochastic weight averaging: Izmailov et al. 2018, arXiv:1803.05407).
public struct Averaged<Base: Optimizer>: OptimizerWrapper {
  /// The kinds of average.
  public enum Kind: Hashable, Sendable {
    /// Exponential, of weight β of the past. Debiased, it begins at zero and is divided by 1 − βⁿ; else it begins as a copy.
    case exponential(decay: Double, debiases: Bool = false)
    /// The mean of all.
    case mean
  }

  /// What trains.
  public var base: Base
  /// The kind of average.
  public var kind: Kind
  /// The number of steps before the first that is averaged.
  public var start: Int
  /// One of how many steps is averaged.
  public var interval: Int

  public func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> {
    OptimizerState(
      slots: ["average"], count: parameters.layout.count, inner: [base.initialState(for: parameters)])
  }

  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    state.step += 1
    base.update(&parameters, along: &gradient, state: &state.inner[0])
    guard state.step > start, (state.step - start - 1).isMultiple(of: interval) else { return }
    let count = averagedCount(state.step)
    let weight: Double
    switch kind {
    case .exponential(_, debiases: false) where count == 1: weight = 1
    case .exponential(let decay, _): weight = 1 - decay
    case .mean: weight = 1 / Double(count)
    }
    let w = parameters.values.widened()
    if weight == 1 {
      state.slots[0] = w
    } else {
      state.slots[0].combine(S.Accumulator(weight), w - state.slots[0], 1)
    }
  }

  public func evaluationPoint<S: Scalar>(
    of parameters: ParameterVector<S>, state: OptimizerState<S>
  ) -> ParameterVector<S> {
    let count = averagedCount(state.step)
    guard count > 0 else { return base.evaluationPoint(of: parameters, state: state.inner[0]) }
    var average = state.slots[0]
    if case .exponential(let decay, debiases: true) = kind {
      average = average.scaled(by: S.Accumulator(1 / Step(number: count).correction(decay)))
    }
    return ParameterVector(average.narrowed(to: S.self), layout: parameters.layout)
  }

  /// How many parameters are in the average after so many steps.
  private func averagedCount(_ step: Int) -> Int { step <= start ? 0 : (step - start - 1) / interval + 1 }
}

extension Optimizer {
  /// This optimizer with an average of the parameters, at which the model is evaluated.
  public func averaging(_ kind: Averaged<Self>.Kind, from start: Int = 0, every interval: Int = 1) -> Averaged<Self> {
    require(start >= 0 && interval > 0, "averaging from step \(start) every \(interval) steps")
    if case .exponential(let decay, _) = kind {
      require((0..<1).contains(decay), "an average has a decay from 0 to below 1, not \(decay)")
    }
    return Averaged(base: self, kind: kind, start: start, interval: interval)
  }
}
