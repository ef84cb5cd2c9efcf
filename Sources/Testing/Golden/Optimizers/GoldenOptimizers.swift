import GlissadeOptimizers

/// Runs cases of the family `optimizers`: trajectories along given gradients, or down a given objective.
enum GoldenOptimizers {
  /// Translations by the class that the case names; a name stands in one table only.
  static let makers: [String: GoldenTranslation.Maker] = {
    var result: [String: GoldenTranslation.Maker] = [:]
    for table in [
      basicRules, transforms, adamFamily, adaptiveRules, signRules, optimisticRules, layerwiseRules, matrixRules,
      parameterFreeRules, evaluatingRules,
    ] {
      result.merge(table) { _, _ in fatalError("two tables translate the same class") }
    }
    return result
  }()

  /// What is to be run for a class with hyperparameters, such as that of a case or of something wrapped in it.
  static func translate(_ className: String, _ hyper: GoldenHyper) throws -> GoldenTranslation {
    guard let make = makers[className] else { throw GoldenUnsupported("there is no translation of \(className)") }
    return try make(hyper)
  }

  /// The optimizer for hyperparameters that hold their class as `name`.
  static func translate(named hyper: GoldenHyper) throws -> any Optimizer {
    try translate(try hyper.text("name"), hyper).optimizer
  }

  static func run(_ item: GoldenCase, in file: GoldenFile) throws -> GoldenOutcome {
    let hyper = item.hyper
    _ = hyper.value("name")
    var translation = try translate(item.className, hyper)
    try hyper.requireAllRead()
    if let rates = hyper.rates, let first = rates.first {
      let schedule = Schedule { step in rates[min(step, rates.count - 1)] / first }
      translation.optimizer = scheduled(translation.optimizer, schedule)
    }
    guard let problem = file.problem(of: item) else {
      throw GoldenUnsupported("its problem is not in the file")
    }
    return item.note.contains("float32") && item.note.contains("rounded")
      ? try run(item, translation, translation.optimizer, try GoldenProblem<Float>(problem))
      : try run(item, translation, translation.optimizer, try GoldenProblem<Double>(problem))
  }

  private static func scheduled(_ optimizer: some Optimizer, _ schedule: Schedule) -> any Optimizer {
    optimizer.scheduled(schedule)
  }

  private static func run<S: Scalar>(
    _ item: GoldenCase, _ translation: GoldenTranslation, _ optimizer: some Optimizer, _ problem: GoldenProblem<S>
  ) throws -> GoldenOutcome {
    var comparison = GoldenComparison(item.tolerance)
    var parameters = problem.start
    var state = optimizer.initialState(for: parameters)
    let expected = try item.expectedSteps("params")
    for (step, wanted) in expected.enumerated() {
      var gradient = try problem.gradient(step: step, at: parameters)
      if translation.maximizes { gradient.multiply(by: -1) }
      let handed = gradient
      optimizer.update(&parameters, along: &gradient, state: &state)
      comparison.compare(parameters.values.doubles, wanted, "parameters after step \(step + 1)")
      for (name, observe) in translation.observed {
        guard let values = item.value["aux"]?[name]?.array, step < values.count else {
          throw GoldenUnsupported("the case lists no '\(name)' for step \(step + 1)")
        }
        let observation = GoldenObservation(
          gradient: handed.vector.converted(), loss: handed.loss, parameters: parameters.converted(),
          state: state.inDouble,
          evaluationPoint: optimizer.evaluationPoint(of: parameters, state: state).converted())
        comparison.compare(observe(observation), values[step], "\(name) after step \(step + 1)")
      }
    }
    let unseen = (item.value["aux"]?.object ?? [:]).keys.filter { translation.observed[$0] == nil }
    guard unseen.isEmpty else { throw GoldenUnsupported("nothing observes \(unseen.sorted().joined(separator: ", "))") }
    return comparison.outcome
  }
}

extension OptimizerState {
  /// The state with its tensors in Double.
  fileprivate var inDouble: OptimizerState<Double> {
    var result = OptimizerState<Double>()
    result.step = step
    result.slotNames = slotNames
    result.slots = slots.map { $0.converted(to: Double.self) }
    result.numbers = numbers
    result.inner = inner.map(\.inDouble)
    return result
  }
}
