import GlissadeOptimizers

extension GoldenOptimizers {
  /// Rules of steps against signs.
  static let signRules: [String: GoldenTranslation.Maker] = [
    "torch.optim.Rprop": { hyper in
      let factors = try hyper.numbers("etas", count: 2)
      let sizes = try hyper.numbers("step_sizes", count: 2)
      return GoldenTranslation(
        Rprop(
          learningRate: try hyper.number("lr"), decrease: factors[0], increase: factors[1], smallestStep: sizes[0],
          largestStep: sizes[1]),
        maximizes: try hyper.flag("maximize"))
    },
    "optax.rprop": { hyper in
      GoldenTranslation(
        Rprop(
          learningRate: try hyper.number("learning_rate"), decrease: try hyper.number("eta_minus"),
          increase: try hyper.number("eta_plus"), smallestStep: try hyper.number("min_step_size"),
          largestStep: try hyper.number("max_step_size"), timing: .delayed))
    },
    "optax.lion": { hyper in
      try hyper.require("mask", .null)
      return GoldenTranslation(
        Lion(
          learningRate: try hyper.learningRate("learning_rate"), beta1: try hyper.number("b1"),
          beta2: try hyper.number("b2"), weightDecay: try hyper.number("weight_decay")))
    },
    "optax.sign_sgd": { hyper in
      GoldenTranslation(SignSGD(learningRate: try hyper.learningRate("learning_rate")))
    },
    "optax.signum": { hyper in
      GoldenTranslation(
        SignSGD(learningRate: try hyper.learningRate("learning_rate"), momentum: try hyper.number("beta")))
    },
  ]
}
