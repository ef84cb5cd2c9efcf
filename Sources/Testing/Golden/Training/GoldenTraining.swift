import GlissadeTraining

/// Runs cases of the family `training`: losses and gradient norms of every step, and where parameters and state end.
enum GoldenTraining {
  static func run(_ item: GoldenCase, in file: GoldenFile) throws -> GoldenOutcome {
    let hyper = item.hyper
    let network = try GoldenNetworks.make(hyper)
    let loss = try hyper.text("loss")
    guard loss == "mean cross-entropy" || loss == "mean squared error" else {
      throw GoldenUnsupported("'loss' is \(loss)")
    }
    guard let batches = try file.problem(of: item)?["batches"]?.array?.map({ try GoldenExamples($0) }), !batches.isEmpty
    else { throw GoldenUnsupported("its problem is not in the file") }
    let inner = try hyper.object("optimizer")
    switch try inner.text("name") {
    case "LBFGS":
      try inner.require("line_search_fn", .text("strong_wolfe"))
      let optimizer = try GoldenMinimizers.torch(inner)
      let iterations = try inner.count("max_iter")
      _ = inner.value("max_eval")
      try hyper.requireAllRead()
      return try runSearches(item, network, optimizer, GoldenExamples(joining: batches), iterations: iterations)
    case let name:
      inner.fillIn(defaults(of: name))
      let rate = try inner.number("lr")
      let base = try GoldenOptimizers.translate("torch.optim.\(name)", inner).optimizer
      let optimizer = try composed(base, hyper, rate: rate)
      try hyper.requireAllRead()
      return item.value["dtype"]?.text == "float32"
        ? try run(item, network, optimizer, batches, Float.self)
        : try run(item, network, optimizer, batches, Double.self)
    }
  }

  /// Steps of an optimizer on one batch after the other.
  private static func run<S: Scalar>(
    _ item: GoldenCase, _ network: some Layer, _ optimizer: some Optimizer, _ batches: [GoldenExamples],
    _ scalar: S.Type
  ) throws -> GoldenOutcome {
    let objective = GoldenObjective(network)
    let weights = try GoldenWeights(item, network, objective.layout)
    var trainer = Trainer(
      objective, optimizer: optimizer, parameters: weights.parameters.converted(to: S.self),
      modelState: try weights.state(as: S.self), seed: 0)
    let losses = try item.expected("loss").flatNumbers
    var comparison = GoldenComparison(item.tolerance)
    var norms: [Double] = []
    for (step, wanted) in losses.enumerated() {
      let report = try trainer.step(on: Batch(all: batches[step % batches.count]))
      comparison.compare([report.loss], [wanted], "the loss before step \(step + 1)")
      norms.append(report.gradientNorm)
    }
    comparison.compare(norms, try item.expected("grad_norm"), "the norms of the gradients")
    try weights.compare(trainer.parameters.converted(), trainer.modelState.tensors.map(\.doubles), &comparison)
    return comparison.outcome
  }

  /// Iterations of L-BFGS on all examples; PyTorch takes several in a step, and evaluates once more at the start of each.
  private static func runSearches(
    _ item: GoldenCase, _ network: some Layer, _ optimizer: LBFGS, _ examples: GoldenExamples, iterations: Int
  ) throws -> GoldenOutcome {
    let objective = GoldenObjective(network)
    let weights = try GoldenWeights(item, network, objective.layout)
    var trainer = Trainer(objective, optimizer: optimizer, parameters: weights.parameters, seed: 0)
    let losses = try item.expected("loss").flatNumbers
    var comparison = GoldenComparison(item.tolerance)
    var evaluations = 0.0
    for (step, wanted) in losses.enumerated() {
      evaluations += 1
      for iteration in 0..<iterations {
        let report = try trainer.step(on: Batch(all: examples))
        if iteration == 0 { comparison.compare([report.loss], [wanted], "the loss before step \(step + 1)") }
        evaluations += trainer.state.numbers["evaluations"] ?? 0
      }
    }
    comparison.compare([evaluations], try item.expected("func_evals"), "evaluations")
    try weights.compare(trainer.parameters, [], &comparison)
    return comparison.outcome
  }

  /// PyTorch's defaults of the hyperparameters that a case of training leaves out.
  private static func defaults(of rule: String) -> [String: JSONValue] {
    [
      "momentum": .number(0), "dampening": .number(0), "nesterov": .bool(false), "weight_decay": .number(0),
      "maximize": .bool(false), "amsgrad": .bool(false), "decoupled_weight_decay": .bool(rule == "AdamW"),
      "centered": .bool(false), "lr_decay": .number(0), "initial_accumulator_value": .number(0),
    ]
  }

  /// The optimizer with the schedule and the clipping of a case.
  private static func composed(_ base: some Optimizer, _ hyper: GoldenHyper, rate: Double) throws -> any Optimizer {
    var schedule = Schedule.constant()
    if hyper.has("schedule") {
      let inner = try hyper.object("schedule")
      schedule = try GoldenSchedules.shape(try inner.text("name"), inner, rate: rate)
    }
    guard let norm = try hyper.optionalNumber("clip_grad_norm") else { return base.scheduled(schedule) }
    return base.scheduled(schedule).clipped(toGlobalNorm: norm)
  }
}
