/// Leaves out steps whose gradient is not finite; the optimizer inside does not see them.
///
/// optax's `apply_if_finite`: after more than `limit` such gradients in a row it lets them through, for the trainer or
/// the reader to see.
public struct SkipNonFinite<Base: Optimizer>: OptimizerWrapper {
  /// What steps along finite gradients.
  public var base: Base
  /// How many gradients in a row may be left out.
  public var limit: Int

  public var copesWithNonFinite: Bool { true }

  public func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> {
    OptimizerState(inner: [base.unscaledState(for: parameters, within: ".skippingNonFinite()")])
  }

  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    state.step += 1
    if gradient.isFinite {
      state.numbers["skipped in a row"] = 0
    } else {
      let inARow = (state.numbers["skipped in a row"] ?? 0) + 1
      state.numbers["skipped in a row"] = inARow
      state.numbers["skipped"] = (state.numbers["skipped"] ?? 0) + 1
      if inARow <= Double(limit) { return }
    }
    base.update(&parameters, along: &gradient, state: &state.inner[0])
  }
}

extension Optimizer {
  /// This optimizer leaving out steps whose gradient is not finite, at most `limit` in a row.
  public func skippingNonFinite(limit: Int = 5) -> SkipNonFinite<Self> {
    require(limit >= 0, "a limit is not negative, like \(limit)")
    return SkipNonFinite(base: self, limit: limit)
  }
}
