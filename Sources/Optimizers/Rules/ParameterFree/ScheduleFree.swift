/// An optimizer that averages instead of lowering its learning rate: gradients are taken between where it steps and the
/// average of where it has been.
///
/// With a rule's step s at y: z ← z − s; x ← x + c (z − x); y ← β x + (1 − β) z. The parameters that are trained are y; the
/// model is evaluated at x = z + (y − z)/β. c is the step's weight over the sum of all, a weight being the largest rate so
/// far to a power. Defazio, Yang, Mehta, Mishchenko, Khaled, Cutkosky 2024 (arXiv:2405.15682).
public protocol ScheduleFree: Optimizer {
  /// β, how near to the average gradients are taken; above 0.
  var beta: Double { get }
  /// The number of steps over which the learning rate rises in a straight line from 0.
  var warmupSteps: Int { get }
  /// With which rate of the warm-up z moves.
  var warmup: ScheduleFreeWarmup { get }
  /// The power of the rate in a step's weight.
  var weightPower: Double { get }
}

/// With which rate of the warm-up a Schedule-Free optimizer moves; a step's weight always comes from its own rate.
public enum ScheduleFreeWarmup: String, CaseIterable, Sendable {
  /// With that of the step before, so that the first moves nothing: optax.
  case delayed
  /// With the step's own: the authors' code.
  case immediate
}

extension ScheduleFree {
  public func evaluationPoint<S: Scalar>(
    of parameters: ParameterVector<S>, state: OptimizerState<S>
  ) -> ParameterVector<S> {
    // z is the first slot of every such rule.
    let z = state.slots[0]
    let x = z + (parameters.values.widened() - z).scaled(by: S.Accumulator(1 / beta))
    return ParameterVector(x.narrowed(to: S.self), layout: parameters.layout)
  }

  /// Counts the step and its weight; returns the step's rate and how the iterates move.
  func begin<S: Scalar>(_ state: inout OptimizerState<S>) -> (rate: Double, move: ScheduleFreeMove) {
    state.step += 1
    let largest = max(state.numbers["largestRate"] ?? 0, rate(at: state.step))
    let weight = realPower(largest, weightPower)
    let sum = (state.numbers["weightSum"] ?? 0) + weight
    state.numbers["largestRate"] = largest
    state.numbers["weightSum"] = sum
    let share = sum > 0 ? weight / sum : 0
    let rate = rate(at: warmup == .delayed ? state.step - 1 : state.step)
    return (rate, ScheduleFreeMove(beta: beta, kept: 1 - share))
  }

  /// The warm-up's rate after a number of steps.
  private func rate(at count: Int) -> Double {
    count >= warmupSteps ? learningRate : learningRate * (Double(count) / Double(warmupSteps))
  }
}

/// How the iterates of Schedule-Free move along the step s of the rule in it.
///
/// x is not kept: y − z = β (x − z), so with d = y − z + β s the new y is z − s + (1 − c) d, without a division, and exactly
/// where it was if nothing has moved yet.
struct ScheduleFreeMove: Sendable {
  let beta: Double
  /// 1 − c
  let kept: Double

  func callAsFunction<V: Lane>(_ y: inout V, _ z: inout V, along step: V) {
    let difference = y - z + beta * step
    z -= step
    y = z + kept * difference
  }
}
