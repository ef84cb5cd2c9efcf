/// Keeps slow weights that follow the fast ones: every k steps slow ← slow + α (fast − slow), and fast ← slow.
///
/// Zhang, Lucas, Hinton, Ba 2019 (arXiv:1907.08610).
public struct Lookahead<Base: Optimizer>: OptimizerWrapper {
  /// What moves the fast weights.
  public var base: Base
  /// k, the number of fast steps to a slow one.
  public var interval: Int
  /// α, how far the slow weights follow.
  public var blend: Double
  /// Whether the state of the fast optimizer begins anew with each slow step.
  public var resetsState: Bool

  public func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> {
    var state = OptimizerState<S>(
      slots: ["slow"], count: parameters.layout.count, inner: [base.initialState(for: parameters)])
    state.slots[0] = parameters.values.widened()
    return state
  }

  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    state.step += 1
    base.update(&parameters, along: &gradient, state: &state.inner[0])
    guard state.step.isMultiple(of: interval) else { return }
    let follow = Follow(blend: blend)
    ElementwisePass.run(follow, on: &parameters, along: gradient.vector, slots: &state.slots)
    if resetsState { state.inner[0] = base.initialState(for: parameters) }
  }
}

/// Both weights go to where the slow ones follow the fast ones.
private struct Follow: ElementwiseRule {
  let blend: Double

  func callAsFunction<V: Lane>(_ w: inout V, _ g: V, _ slow: inout Slots<V>) {
    slow[0] += blend * (w - slow[0])
    w = slow[0]
  }
}

extension Optimizer {
  /// This optimizer moving the fast weights of Lookahead, with the paper's k = 5 and α = 0.5 by default.
  public func lookahead(
    every interval: Int = 5, blend: Double = 0.5, resetsState: Bool = false
  ) -> Lookahead<Self> {
    require(interval > 0 && (0...1).contains(blend), "lookahead every \(interval) steps with blend \(blend)")
    return Lookahead(base: self, interval: interval, blend: blend, resetsState: resetsState)
  }
}
