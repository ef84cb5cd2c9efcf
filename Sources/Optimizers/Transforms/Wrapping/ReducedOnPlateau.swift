/// Multiplies the learning rate by a factor that falls where a metric stops getting better.
///
/// The metric is the loss of each step, which is recorded before the step (optax), or after so many steps their mean.
public struct ReducedOnPlateau<Base: Optimizer>: OptimizerWrapper {
  /// What steps with the lowered rate.
  public var base: Base
  /// When the rate is lowered.
  public var plateau: Plateau

  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    let loss = gradient.requiredLoss(by: "a plateau").double
    var record = Plateau.Record(state.numbers)
    plateau.record(loss, in: &record)
    state.numbers = record.numbers
    state.step += 1
    var rule = base
    rule.scaleLearningRates(by: record.factor)
    rule.update(&parameters, along: &gradient, state: &state.inner[0])
  }
}

extension Optimizer {
  /// This optimizer with its learning rate lowered where the loss of the steps stops falling.
  public func reduced(on plateau: Plateau) -> ReducedOnPlateau<Self> { ReducedOnPlateau(base: self, plateau: plateau) }
}

extension Plateau.Record {
  /// The record that numbers of a state stand for.
  init(_ numbers: [String: Double]) {
    self.init()
    factor = numbers["factor"] ?? 1
    best = numbers["best"]
    waited = Int(numbers["waited"] ?? 0)
    cooling = Int(numbers["cooling"] ?? 0)
    sum = numbers["sum"] ?? 0
    summed = Int(numbers["summed"] ?? 0)
  }

  /// The record as numbers of a state.
  var numbers: [String: Double] {
    var result = [
      "factor": factor, "waited": Double(waited), "cooling": Double(cooling), "sum": sum, "summed": Double(summed),
    ]
    result["best"] = best
    return result
  }
}
