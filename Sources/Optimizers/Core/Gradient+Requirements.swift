extension Gradient {
  /// The objective's value where the gradient was taken; traps, naming the rule that needs it, where nobody gave it.
  public func requiredLoss(by rule: String) -> S.Accumulator {
    require(loss != nil, "\(rule) needs the objective's value: call update with Gradient(gradient, loss: value)")
    return S.Accumulator(loss ?? .nan)
  }

  /// Whom to ask for more; traps, naming the rule that needs it, where there is nobody.
  public func requiredEvaluator(by rule: String) -> any Evaluator<S> {
    guard let evaluator else {
      fatalError("\(rule) asks the objective for more: call update with Gradient(gradient, evaluator: evaluator)")
    }
    return evaluator
  }
}
