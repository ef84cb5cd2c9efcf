import GlissadeOptimizers

extension GoldenOptimizers {
  /// Rules that divide by sums or averages of squares, or of absolute values.
  static let adaptiveRules: [String: GoldenTranslation.Maker] = [
    "torch.optim.Adagrad": { hyper in
      GoldenTranslation(
        AdaGrad(
          learningRate: try hyper.learningRate("lr"), rateDecay: try hyper.number("lr_decay"),
          initialAccumulator: try hyper.number("initial_accumulator_value"), epsilon: try hyper.number("eps"),
          weightDecay: try hyper.number("weight_decay")),
        maximizes: try hyper.flag("maximize"))
    },
    "optax.adagrad": { hyper in
      GoldenTranslation(
        AdaGrad(
          learningRate: try hyper.learningRate("learning_rate"),
          initialAccumulator: try hyper.number("initial_accumulator_value"), epsilon: try hyper.number("eps"),
          epsilonPlacement: .insideRoot))
    },
    "torch.optim.Adadelta": { hyper in
      GoldenTranslation(
        AdaDelta(
          learningRate: try hyper.learningRate("lr"), decay: try hyper.number("rho"), epsilon: try hyper.number("eps"),
          weightDecay: try hyper.number("weight_decay")),
        maximizes: try hyper.flag("maximize"))
    },
    "optax.adadelta": { hyper in
      try hyper.require("weight_decay_mask", .null)
      return GoldenTranslation(
        AdaDelta(
          learningRate: try hyper.learningRate("learning_rate"), decay: try hyper.number("rho"),
          epsilon: try hyper.number("eps"), weightDecay: try hyper.number("weight_decay")))
    },
    "torch.optim.RMSprop": { hyper in
      GoldenTranslation(
        RMSprop(
          learningRate: try hyper.learningRate("lr"), decay: try hyper.number("alpha"),
          epsilon: try hyper.number("eps"), momentum: try hyper.number("momentum"),
          centered: try hyper.flag("centered"), weightDecay: try hyper.number("weight_decay")),
        maximizes: try hyper.flag("maximize"))
    },
    "optax.rmsprop": { hyper in
      GoldenTranslation(
        RMSprop(
          learningRate: try hyper.learningRate("learning_rate"), decay: try hyper.number("decay"),
          epsilon: try hyper.number("eps"),
          epsilonPlacement: try hyper.flag("eps_in_sqrt") ? .insideRoot : .outsideRoot,
          initialMeanSquare: try hyper.number("initial_scale"), biasCorrection: try hyper.flag("bias_correction"),
          momentum: try hyper.optionalNumber("momentum") ?? 0, nesterov: try hyper.flag("nesterov"), buffer: .steps,
          centered: try hyper.flag("centered")))
    },
    "optax.contrib.madgrad": { hyper in
      GoldenTranslation(
        MADGRAD(
          learningRate: try hyper.learningRate("learning_rate"), momentum: try hyper.number("momentum"),
          epsilon: try hyper.number("eps"), weightDecay: try hyper.number("weight_decay")))
    },
    "optax.contrib.cocob": { hyper in
      try hyper.require("mask", .null)
      return GoldenTranslation(
        COCOB(
          learningRate: try hyper.learningRate("learning_rate"), alpha: try hyper.number("alpha"),
          epsilon: try hyper.number("eps"), weightDecay: try hyper.number("weight_decay")))
    },
  ]
}
