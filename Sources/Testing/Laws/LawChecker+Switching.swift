extension LawChecker {
  /// Whether a rule can become another and be itself again, where all that the other keeps is kept by the rule too.
  ///
  /// Some hyperparameters, such as a momentum, decide which slots there are. With slots that are not its own beside them
  /// the other rule has to step as it does without.
  func switching(_ rule: some Optimizer, _ other: some Optimizer) -> String? {
    let problem = LawProblem<S>(switchingShapes)
    let (whole, part) = (rule.initialState(for: problem.start), other.initialState(for: problem.start))
    guard whole.names != part.names, whole.keepsAll(of: part) else { return nil }
    var run = LawRun(rule, problem)
    run.run(3)
    var beside = LawRun(other, goingOnFrom: run)
    var alone = LawRun(other, goingOnFrom: run)
    alone.state = run.state.part(like: part)
    beside.run(2)
    alone.run(2)
    if beside.bits != alone.bits { return "it steps otherwise with slots beside that are not its own" }
    var again = LawRun(rule, goingOnFrom: beside)
    again.run(3)
    return again.isFinite ? nil : "it is not finite when it is itself again"
  }

  private var switchingShapes: [Shape] { [[4, 3], [5]] }
}

extension OptimizerState {
  /// The names of all slots, those of the states inside too.
  fileprivate var names: [[String]] { [slotNames] + inner.flatMap(\.names) }

  /// Whether there is a slot here for every slot of another state, throughout.
  fileprivate func keepsAll(of other: OptimizerState) -> Bool {
    inner.count == other.inner.count && Set(other.slotNames).isSubset(of: slotNames)
      && zip(inner, other.inner).allSatisfy { $0.keepsAll(of: $1) }
  }

  /// This state with only the slots of another, in its order.
  fileprivate func part(like other: OptimizerState) -> OptimizerState {
    var result = other
    result.step = step
    result.numbers = numbers
    for (index, name) in other.slotNames.enumerated() {
      if let found = slotNames.firstIndex(of: name) { result.slots[index] = slots[found] }
    }
    result.inner = zip(inner, other.inner).map { $0.part(like: $1) }
    return result
  }
}
