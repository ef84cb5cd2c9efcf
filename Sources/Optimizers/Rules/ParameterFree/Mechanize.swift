/// Mechanic: learns a factor for the steps of any optimizer, by betting on them at several horizons at once.
///
/// With u the base's step, s the sum of the factors sᵢ, one for each βᵢ = 1 − 0.1ⁱ, i = 1 … k, and Δ = (w₀ − w)/(s + ε):
/// h = ⟨g + λ s ‖g‖/(‖w‖ + ε) w, Δ⟩; rᵢ ← βᵢ rᵢ + clamp(h, ±mᵢ) sᵢ; mᵢ ← max(βᵢ mᵢ, |h| + ε); vᵢ ← βᵢ² vᵢ + h²;
/// sᵢ ← (s₀ mᵢ/k + max(rᵢ, 0))/(√vᵢ + ε); w ← w₀ − s (Δ − u). Schedules are the base's; its learning rate is 1 or anything
/// else of that order. The base's step is read off its parameters, rounded as they are: in Float16 and BFloat16 put Float
/// master weights around it. Cutkosky, Defazio, Mehta 2023 (arXiv:2306.00144).
public struct Mechanize<Base: Optimizer>: OptimizerWrapper {
  /// What proposes steps.
  public var base: Base
  /// λ, how strongly weights are drawn to 0 in what the factors learn from.
  public var weightDecay: Double
  /// ε, added to denominators.
  public var epsilon: Double
  /// s₀, how each factor begins.
  public var initialScale: Double
  /// k, the number of horizons.
  public var horizonCount: Int

  private var slots: [Slot] { [.parameters("start")] }

  public func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> {
    var state = OptimizerState(slots, for: parameters)
    for name in ["reward", "largestBet", "variance"] { state.append(name, .zeros([horizonCount])) }
    state.append("scale", Tensor([horizonCount], repeating: S.Accumulator(initialScale)))
    state.inner = [base.unscaledState(for: parameters, within: ".mechanized()")]
    return state
  }

  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    state.arrangeSlots(for: slots)
    state.step += 1
    let scale = state.slots[4].reduced(.sum) + S.Accumulator(epsilon)
    let bet = bet(gradient, at: parameters, state: state)
    var proposal = parameters
    base.update(&proposal, along: &gradient, state: &state.inner[0])
    learn(from: bet, state: &state)
    ElementwisePass.run(
      MechanicStep(), on: &parameters, along: proposal, slots: &state.slots, used: 0..<1,
      numbers: [scale, state.slots[4].reduced(.sum)])
  }

  /// h, what the past steps would have gained from the gradient with its decay.
  private func bet<S: Scalar>(
    _ gradient: Gradient<S>, at parameters: ParameterVector<S>, state: OptimizerState<S>
  ) -> S.Accumulator {
    let scale = state.slots[4].reduced(.sum)
    let weights = parameters.values.widened()
    let past = (state.slots[0] - weights).scaled(by: 1 / (scale + S.Accumulator(epsilon)))
    let gain = gradient.dot(past)
    if weightDecay == 0 { return gain }
    let norms = gradient.euclideanNorm / (parameters.euclideanNorm + S.Accumulator(epsilon))
    return gain + S.Accumulator(weightDecay) * scale * norms * weights.dot(past)
  }

  /// The factors of the next step, from h.
  private func learn<S: Scalar>(from bet: S.Accumulator, state: inout OptimizerState<S>) {
    let epsilon = S.Accumulator(epsilon)
    let share = S.Accumulator(initialScale / Double(horizonCount))
    for index in 0..<horizonCount {
      let beta = S.Accumulator(1 - integerPower(0.1, index + 1))
      let largest = state.slots[2][index]
      let clamped = min(max(bet, -largest), largest)
      let reward = beta * state.slots[1][index] + clamped * state.slots[4][index]
      let newLargest = max(beta * largest, bet.magnitude + epsilon)
      let variance = beta * beta * state.slots[3][index] + bet * bet
      state.slots[1][index] = reward
      state.slots[2][index] = newLargest
      state.slots[3][index] = variance
      state.slots[4][index] = (share * newLargest + max(reward, 0)) / (variance.squareRoot() + epsilon)
    }
  }
}

/// w₀ − s (Δ − u), where the base proposes w + u, Δ is divided by numbers[0], and numbers[1] is s.
private struct MechanicStep: NumberedElementwiseRule {
  func callAsFunction<V: Lane>(_ w: inout V, _ proposal: V, _ start: inout Slots<V>, _ numbers: Slots<V>) {
    let past = (start[0] - w) / numbers[0]
    w = start[0] - numbers[1] * (past - (proposal - w))
  }
}

extension Optimizer {
  /// This optimizer with a learned factor on its steps; defaults as in the authors' code and optax.
  public func mechanized(
    weightDecay: Double = 0.01, epsilon: Double = 1e-8, initialScale: Double = 1e-6, horizonCount: Int = 6
  ) -> Mechanize<Self> {
    require(
      epsilon > 0 && horizonCount > 0, "Mechanic needs an ε above 0 and a horizon, not \(epsilon), \(horizonCount)")
    return Mechanize(
      base: self, weightDecay: weightDecay, epsilon: epsilon, initialScale: initialScale, horizonCount: horizonCount)
  }
}
