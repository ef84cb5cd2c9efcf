import GlissadeOptimizers

extension GoldenOptimizers {
  /// Rules that use the objective's value, its curvature, or its gradient at other points.
  static let evaluatingRules: [String: GoldenTranslation.Maker] = [
    "optax.polyak_sgd": { hyper in
      let name = try hyper.text("variant")
      guard let variant = PolyakSGD.Variant(rawValue: name) else {
        throw GoldenUnsupported("there is no variant '\(name)'")
      }
      return GoldenTranslation(
        PolyakSGD(
          learningRate: try hyper.number("max_learning_rate"), scaling: try hyper.number("scaling"),
          lowerBound: try hyper.number("f_min"), epsilon: try hyper.number("eps"), variant: variant))
    },
    "optax.contrib.momo": { hyper in
      GoldenTranslation(
        MoMo(
          learningRate: try hyper.learningRate("learning_rate"), beta: try hyper.number("beta"),
          lowerBound: try hyper.number("lower_bound"), weightDecay: try hyper.number("weight_decay"),
          adaptsLowerBound: try hyper.flag("adapt_lower_bound")))
    },
    "optax.contrib.momo_adam": { hyper in
      GoldenTranslation(
        MoMoAdam(
          learningRate: try hyper.learningRate("learning_rate"), beta1: try hyper.number("b1"),
          beta2: try hyper.number("b2"), epsilon: try hyper.number("eps"),
          lowerBound: try hyper.number("lower_bound"), weightDecay: try hyper.number("weight_decay"),
          adaptsLowerBound: try hyper.flag("adapt_lower_bound")))
    },
    "optax.contrib.sophia": { hyper in
      try hyper.require("weight_decay_mask", .null)
      return GoldenTranslation(
        Sophia(
          learningRate: try hyper.learningRate("learning_rate"), beta1: try hyper.number("b1"),
          beta2: try hyper.number("b2"), epsilon: try hyper.number("eps"),
          weightDecay: try hyper.number("weight_decay"), gamma: try hyper.number("gamma"),
          clip: try hyper.optionalNumber("clip_threshold"), updateInterval: try hyper.count("update_interval", from: 1),
          definition: .optax))
    },
    // The cases list outer points only, though optax takes sync_period updates from one to the next.
    "optax.contrib.sam": { hyper in
      let base = try translate(named: try hyper.object("optimizer"))
      return GoldenTranslation(
        sharpnessAware(
          base, radius: try hyper.number("rho", .nonNegative), ascents: try hyper.count("sync_period", from: 2) - 1,
          epsilon: 0))
    },
    "SAM": sharpnessAware,
    "ASAM": sharpnessAware,
  ]

  /// The definition on SGD; `adaptive` tells SAM from ASAM.
  private static let sharpnessAware: GoldenTranslation.Maker = { hyper in
    let inner = try hyper.object("sgd")
    let base = SGD(
      learningRate: try inner.number("lr", .nonNegative), momentum: try inner.number("momentum", .nonNegative))
    var translation = GoldenTranslation(
      base.sharpnessAware(
        radius: try hyper.number("rho", .nonNegative), adaptive: try hyper.flag("adaptive"),
        epsilon: try hyper.number("eps")))
    translation.observed["values"] = { $0.loss.map { [$0] } ?? [] }
    return translation
  }

  private static func sharpnessAware(
    _ base: some Optimizer, radius: Double, ascents: Int, epsilon: Double
  ) -> any Optimizer {
    base.sharpnessAware(radius: radius, ascents: ascents, epsilon: epsilon)
  }
}
