/// Multiplies the loss before the backward pass, so that gradients of a narrow type do not vanish, and divides them again.
///
/// A step whose gradient is not finite is left out and the factor halved; after so many good steps in a row it is doubled.
/// PyTorch's `GradScaler`, with its defaults. Micikevicius et al. 2018 (arXiv:1710.03740).
public struct DynamicLossScale<Base: Optimizer>: OptimizerWrapper {
  /// What steps along gradients that are as if nothing had been multiplied.
  public var base: Base
  /// The factor at the beginning (65,536).
  public var initialScale: Double
  /// What the factor is multiplied by after good steps (2).
  public var growth: Double
  /// What the factor is multiplied by after a bad one (½).
  public var backoff: Double
  /// The number of good steps in a row after which it grows (2,000).
  public var interval: Int

  public var copesWithNonFinite: Bool { true }

  public func lossScale<S: Scalar>(_ state: OptimizerState<S>) -> Double {
    (state.numbers["scale"] ?? initialScale) * base.lossScale(state.inner[0])
  }

  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    state.step += 1
    let scale = state.numbers["scale"] ?? initialScale
    guard gradient.isFinite else {
      // Below the smallest normal number there is nothing to win.
      state.numbers["scale"] = max(scale * backoff, 0x1p-120)
      state.numbers["good"] = 0
      state.numbers["skipped"] = (state.numbers["skipped"] ?? 0) + 1
      return
    }
    let good = (state.numbers["good"] ?? 0) + 1
    let grows = good >= Double(interval)
    state.numbers["good"] = grows ? 0 : good
    state.numbers["scale"] = grows ? min(scale * growth, 0x1p120) : scale
    // In the accumulator's type, where what was saved from vanishing is not lost again.
    gradient.multiply(by: S.Accumulator(1 / scale))
    base.update(&parameters, along: &gradient, state: &state.inner[0])
  }
}

extension Optimizer {
  /// This optimizer with a loss that is multiplied before the backward pass, as far as the scalar type allows.
  public func lossScaled(
    from initialScale: Double = 65_536, growth: Double = 2, backoff: Double = 0.5, every interval: Int = 2_000
  ) -> DynamicLossScale<Self> {
    require(
      initialScale >= 0x1p-120 && initialScale <= 0x1p120 && growth >= 1 && backoff > 0 && backoff <= 1 && interval > 0,
      "loss scaling from \(initialScale), times \(growth) after \(interval) steps, times \(backoff) after a bad one")
    return DynamicLossScale(
      base: self, initialScale: initialScale, growth: growth, backoff: backoff, interval: interval)
  }
}
