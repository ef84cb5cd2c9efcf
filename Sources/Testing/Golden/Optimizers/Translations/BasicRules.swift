import GlissadeOptimizers

extension GoldenOptimizers {
  /// Gradient descent and momentum.
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
  ]
}
