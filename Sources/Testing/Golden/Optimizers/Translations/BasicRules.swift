import GlissadeOptimizers

extension GoldenOptimizers {
  /// Gradient descent, momentum and averages.
  static let basicRules: [String: GoldenTranslation.Maker] = [
    "torch.optim.SGD": { hyper in
      GoldenTranslation(
        SGD(
          learningRate: try hyper.learningRate("lr"), momentum: try hyper.number("momentum"),
          dampening: try hyper.number("dampening"), nesterov: try hyper.flag("nesterov"),
          weightDecay: try hyper.number("weight_decay")),
        maximizes: try hyper.flag("maximize"))
    },
    "optax.sgd": { hyper in
      GoldenTranslation(
        SGD(
          learningRate: try hyper.learningRate("learning_rate"), momentum: try hyper.optionalNumber("momentum") ?? 0,
          nesterov: try hyper.flag("nesterov")))
    },
    "torch.optim.ASGD": { hyper in
      var translation = GoldenTranslation(
        ASGD(
          learningRate: try hyper.learningRate("lr"), regularization: try hyper.number("lambd"),
          rateExponent: try hyper.number("alpha"), averagingStart: try hyper.number("t0"),
          weightDecay: try hyper.number("weight_decay")),
        maximizes: try hyper.flag("maximize"))
      translation.observed["ax"] = { $0.evaluationPoint.values.doubles }
      return translation
    },
  ]
}
