import GlissadeOptimizers

extension GoldenOptimizers {
  /// Rules with a factor, or factored moments, for each tensor.
  static let layerwiseRules: [String: GoldenTranslation.Maker] = [
    "optax.lamb": { hyper in
      let rule = LAMB(
        learningRate: try hyper.learningRate("learning_rate"), beta1: try hyper.number("b1"),
        beta2: try hyper.number("b2"), epsilon: try hyper.number("eps"), epsilonRoot: try hyper.number("eps_root"),
        weightDecay: try hyper.number("weight_decay"))
      let decaying = mask(try hyper.mask("mask"))
      return GoldenTranslation(rule.grouped(.init(!decaying) { $0.weightDecay = 0 }))
    },
    "optax.lars": { hyper in
      let rule = LARS(
        learningRate: try hyper.learningRate("learning_rate"),
        trustCoefficient: try hyper.number("trust_coefficient"), epsilon: try hyper.number("eps"),
        momentum: try hyper.number("momentum"), nesterov: try hyper.flag("nesterov"),
        weightDecay: try hyper.number("weight_decay"))
      let (decays, adapts) = (try hyper.mask("weight_decay_mask"), try hyper.mask("trust_ratio_mask"))
      guard decays == adapts else { throw GoldenUnsupported("the masks of decay and of trust ratios differ") }
      return GoldenTranslation(
        rule.grouped(
          .init(!mask(decays)) {
            $0.weightDecay = 0
            $0.adaptsToNorms = false
          }))
    },
    "optax.fromage": { hyper in
      GoldenTranslation(
        Fromage(
          learningRate: try hyper.learningRate("learning_rate"), minimumNorm: try hyper.number("min_norm")))
    },
    "optax.novograd": { hyper in
      GoldenTranslation(
        NovoGrad(
          learningRate: try hyper.learningRate("learning_rate"), beta1: try hyper.number("b1"),
          beta2: try hyper.number("b2"), epsilon: try hyper.number("eps"), epsilonRoot: try hyper.number("eps_root"),
          weightDecay: try hyper.number("weight_decay")))
    },
    "optax.sm3": { hyper in
      GoldenTranslation(
        SM3(learningRate: try hyper.learningRate("learning_rate"), momentum: try hyper.number("momentum")))
    },
    "torch.optim.Adafactor": { hyper in
      guard let epsilons = try hyper.required("eps").array, epsilons.count == 2, let scale = epsilons[1].number,
        epsilons[0] == .null || epsilons[0].number != nil
      else {
        throw GoldenUnsupported("'eps' is not two numbers")
      }
      return GoldenTranslation(
        Adafactor(
          learningRate: try hyper.learningRate("lr"), decayExponent: -(try hyper.number("beta2_decay")),
          epsilon: epsilons[0].number, clipping: try hyper.number("d", .positive), minimumScale: scale,
          weightDecay: try hyper.number("weight_decay")),
        maximizes: try hyper.flag("maximize"))
    },
    "optax.adafactor": { hyper in
      try hyper.require("factored", .bool(true))
      try hyper.require("decay_offset", .number(0))
      try hyper.require("weight_decay_mask", .null)
      return GoldenTranslation(
        Adafactor(
          learningRate: try hyper.learningRate("learning_rate"), definition: .optax,
          decayExponent: try hyper.number("decay_rate"), epsilon: try hyper.number("eps"),
          clipping: try hyper.optionalNumber("clipping_threshold", .positive),
          scalesByWeights: try hyper.flag("multiply_by_parameter_scale"),
          weightDecay: try hyper.optionalNumber("weight_decay_rate") ?? 0,
          momentum: try hyper.optionalNumber("momentum") ?? 0,
          minimumFactoredSize: try hyper.count("min_dim_size_to_factor", from: 1)))
    },
  ]
}
