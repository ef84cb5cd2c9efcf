import GlissadeOptimizers

extension GoldenOptimizers {
  /// Gradient descent, momentum and averages.
  static let basicRules: [String: GoldenTranslation.Maker] = [
    "torch.optim.SGD": { hyper in
      GoldenTranslation(try hyper.torchSGD, maximizes: try hyper.flag("maximize"))
    },
    "optax.sgd": { hyper in
      let momentum = try hyper.optionalNumber("momentum", .nonNegative) ?? 0
      return GoldenTranslation(
        SGD(
          learningRate: try hyper.learningRate("learning_rate"), momentum: momentum,
          nesterov: try hyper.flag("nesterov") && momentum > 0))
    },
    "torch.optim.ASGD": { hyper in
      var translation = GoldenTranslation(
        ASGD(
          learningRate: try hyper.learningRate("lr"), regularization: try hyper.number("lambd", .nonNegative),
          rateExponent: try hyper.number("alpha"), averagingStart: try hyper.number("t0"),
          weightDecay: try hyper.number("weight_decay")),
        maximizes: try hyper.flag("maximize"))
      translation.observed["ax"] = { $0.evaluationPoint.values.doubles }
      return translation
    },
  ]
}

extension GoldenHyper {
  /// PyTorch's SGD.
  var torchSGD: SGD {
    get throws {
      let (momentum, dampening) = (try number("momentum", .nonNegative), try number("dampening"))
      let nesterov = try flag("nesterov")
      guard !nesterov || (momentum > 0 && dampening == 0) else {
        throw GoldenUnsupported("Nesterov's momentum needs a momentum and no dampening")
      }
      return SGD(
        learningRate: try learningRate("lr"), momentum: momentum, dampening: dampening, nesterov: nesterov,
        weightDecay: try number("weight_decay"))
    }
  }
}
