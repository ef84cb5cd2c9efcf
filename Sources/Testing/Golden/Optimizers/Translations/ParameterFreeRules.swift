import GlissadeOptimizers

extension GoldenOptimizers {
  /// Rules that find their own learning rate, or do without a schedule.
  static let parameterFreeRules: [String: GoldenTranslation.Maker] = [
    "optax.contrib.prodigy": { hyper in
      let betas = try hyper.numbers("betas", count: 2)
      var translation = GoldenTranslation(
        Prodigy(
          learningRate: try hyper.learningRate("learning_rate"), beta1: betas[0], beta2: betas[1],
          beta3: try hyper.optionalNumber("beta3"), epsilon: try hyper.number("eps"),
          initialDistance: try hyper.number("estim_lr0", .positive), growth: try hyper.number("estim_lr_coef"),
          weightDecay: try hyper.number("weight_decay"), safeguardsWarmup: try hyper.flag("safeguard_warmup")))
      translation.observed["estim_lr"] = { $0.state.numbers(in: "distance") }
      return translation
    },
    "optax.contrib.dadapt_adamw": { hyper in
      let betas = try hyper.numbers("betas", count: 2)
      var translation = GoldenTranslation(
        DAdaptAdamW(
          learningRate: try hyper.learningRate("learning_rate"), beta1: betas[0], beta2: betas[1],
          epsilon: try hyper.number("eps"), initialDistance: try hyper.number("estim_lr0", .positive),
          weightDecay: try hyper.number("weight_decay")))
      translation.observed["estim_lr"] = { $0.state.numbers(in: "distance") }
      return translation
    },
    "optax.contrib.schedule_free_sgd": { hyper in
      var translation = GoldenTranslation(
        ScheduleFreeSGD(
          learningRate: try hyper.number("learning_rate", .nonNegative), beta: try hyper.interpolation(),
          weightDecay: try hyper.optionalNumber("weight_decay") ?? 0, warmupSteps: try hyper.warmupSteps(),
          weightPower: try hyper.number("weight_lr_power")))
      translation.observed["eval_params"] = { $0.evaluationPoint.values.doubles }
      return translation
    },
    "optax.contrib.schedule_free_adamw": { hyper in
      var translation = GoldenTranslation(
        ScheduleFreeAdamW(
          learningRate: try hyper.number("learning_rate", .nonNegative), beta: try hyper.interpolation(),
          beta2: try hyper.number("b2"),
          epsilon: try hyper.number("eps"), weightDecay: try hyper.number("weight_decay"),
          warmupSteps: try hyper.warmupSteps(), weightPower: try hyper.number("weight_lr_power")))
      translation.observed["eval_params"] = { $0.evaluationPoint.values.doubles }
      return translation
    },
    "optax.contrib.dog": { hyper in
      try hyper.require("mask", .null)
      let (start, value) = try hyper.initialStep()
      return GoldenTranslation(
        DoG(
          learningRate: try hyper.learningRate("learning_rate"), start: start, startValue: value,
          epsilon: try hyper.number("eps"), weightDecay: try hyper.optionalNumber("weight_decay") ?? 0))
    },
    "optax.contrib.dowg": { hyper in
      try hyper.require("mask", .null)
      return GoldenTranslation(
        DoWG(
          learningRate: try hyper.learningRate("learning_rate"),
          initialSquaredDistance: try hyper.optionalNumber("init_estim_sq_dist"), epsilon: try hyper.number("eps"),
          weightDecay: try hyper.optionalNumber("weight_decay") ?? 0))
    },
    "optax.contrib.mechanize": { hyper in
      let base = try translate(named: try hyper.object("base_optimizer"))
      return GoldenTranslation(
        mechanized(
          base, weightDecay: try hyper.number("weight_decay"), epsilon: try hyper.number("eps", .positive),
          initialScale: try hyper.number("s_init"), horizonCount: try hyper.count("num_betas", from: 1)))
    },
  ]

  private static func mechanized(
    _ base: some Optimizer, weightDecay: Double, epsilon: Double, initialScale: Double, horizonCount: Int
  ) -> any Optimizer {
    base.mechanized(
      weightDecay: weightDecay, epsilon: epsilon, initialScale: initialScale, horizonCount: horizonCount)
  }
}

extension GoldenHyper {
  /// `warmup_steps`, where null means none.
  fileprivate func warmupSteps() throws -> Int { try optionalCount("warmup_steps") ?? 0 }

  /// Schedule-Free's β, by which it divides.
  fileprivate func interpolation() throws -> Double {
    let beta = try number("b1", .fraction)
    guard beta > 0 else { throw GoldenUnsupported("'b1' of a Schedule-Free method is above 0") }
    return beta
  }

  /// `init_step`: a name and a number.
  fileprivate func initialStep() throws -> (DoG.Start, Double) {
    let pair = try required("init_step").array ?? []
    let starts: [String: DoG.Start] = [
      "heuristic": .heuristic, "distance": .distance, "learning_rate": .learningRate,
    ]
    guard pair.count == 2, let start = pair[0].text.flatMap({ starts[$0] }), let value = pair[1].number else {
      throw GoldenUnsupported("'init_step' is \(pair)")
    }
    return (start, value)
  }
}

extension OptimizerState<Double> {
  /// The elements of the slot of a given name.
  func numbers(in name: String) -> [Double] { slotNames.firstIndex(of: name).map { slots[$0].doubles } ?? [] }
}
