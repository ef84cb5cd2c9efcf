import GlissadeOptimizers

extension GoldenOptimizers {
  /// Adam and what came of it.
  static let adamFamily: [String: GoldenTranslation.Maker] = [
    "torch.optim.Adam": torchAdam,
    "torch.optim.AdamW": { hyper in
      let translation = try torchAdam(hyper)
      guard let adam = translation.optimizer as? Adam, hyper.has("groups") else { return translation }
      let groups = try hyper.objects("groups").map { try torchGroup($0) }
      return GoldenTranslation(adam.grouped(groups), maximizes: translation.maximizes)
    },
    "torch.optim.Adamax": { hyper in
      let betas = try hyper.numbers("betas", count: 2)
      return GoldenTranslation(
        AdaMax(
          learningRate: try hyper.learningRate("lr"), beta1: betas[0], beta2: betas[1],
          epsilon: try hyper.number("eps", .positive), weightDecay: try hyper.number("weight_decay")),
        maximizes: try hyper.flag("maximize"))
    },
    "torch.optim.NAdam": { hyper in
      let betas = try hyper.numbers("betas", count: 2)
      return GoldenTranslation(
        NAdam(
          learningRate: try hyper.learningRate("lr"), beta1: betas[0], beta2: betas[1],
          epsilon: try hyper.number("eps"), weightDecay: try hyper.number("weight_decay"),
          decay: try hyper.torchDecay, momentumDecay: try hyper.number("momentum_decay")),
        maximizes: try hyper.flag("maximize"))
    },
    "torch.optim.RAdam": { hyper in
      let betas = try hyper.numbers("betas", count: 2)
      return GoldenTranslation(
        RAdam(
          learningRate: try hyper.learningRate("lr"), beta1: betas[0], beta2: betas[1],
          epsilon: try hyper.number("eps"), weightDecay: try hyper.number("weight_decay"),
          decay: try hyper.torchDecay),
        maximizes: try hyper.flag("maximize"))
    },
    "optax.adam": { GoldenTranslation(try $0.optaxAdam) },
    "optax.nadam": { GoldenTranslation(try $0.optaxAdam) },
    "optax.adamw": { hyper in
      guard let flags = try hyper.mask("mask") else { return GoldenTranslation(try hyper.optaxAdamW) }
      return GoldenTranslation(try hyper.optaxAdamW.grouped(.init(!mask(flags)) { $0.weightDecay = 0 }))
    },
    "optax.nadamw": { hyper in
      try hyper.require("mask", .null)
      return GoldenTranslation(try hyper.optaxAdamW)
    },
    "optax.amsgrad": { hyper in
      var adam = try hyper.optaxAdam
      adam.amsgrad = .corrected
      adam.correctsMean = try hyper.flag("bias_correction_mu")
      adam.correctsMeanSquare = try hyper.flag("bias_correction_nu")
      return GoldenTranslation(adam)
    },
    "optax.adamax": optaxAdaMax,
    "optax.adamaxw": optaxAdaMax,
    "optax.radam": { hyper in
      let threshold = try hyper.number("threshold")
      guard threshold >= 4 else { throw GoldenUnsupported("'threshold' is at least 4, not \(threshold)") }
      return GoldenTranslation(
        RAdam(
          learningRate: try hyper.learningRate("learning_rate"), beta1: try hyper.number("b1"),
          beta2: try hyper.number("b2"), epsilon: try hyper.number("eps"), threshold: threshold,
          definition: .optax, epsilonRoot: try hyper.number("eps_root"),
          nesterov: try hyper.flag("nesterov")))
    },
    "optax.adabelief": { hyper in
      GoldenTranslation(
        AdaBelief(
          learningRate: try hyper.learningRate("learning_rate"), beta1: try hyper.number("b1"),
          beta2: try hyper.number("b2"), epsilon: try hyper.number("eps"), epsilonRoot: try hyper.number("eps_root"),
          nesterov: try hyper.flag("nesterov")))
    },
    "optax.yogi": { hyper in
      GoldenTranslation(
        Yogi(
          learningRate: try hyper.learningRate("learning_rate"), beta1: try hyper.number("b1"),
          beta2: try hyper.number("b2"), epsilon: try hyper.number("eps")))
    },
    "optax.adan": { hyper in
      GoldenTranslation(
        Adan(
          learningRate: try hyper.learningRate("learning_rate"), beta1: try hyper.number("b1"),
          beta2: try hyper.number("b2"), beta3: try hyper.number("b3"), epsilon: try hyper.number("eps"),
          weightDecay: try hyper.unmaskedDecay, decay: .decoupled, changeFactor: .present,
          epsilonRoot: try hyper.number("eps_root")))
    },
    "optax.contrib.ademamix": { hyper in
      GoldenTranslation(
        AdEMAMix(
          learningRate: try hyper.learningRate("learning_rate"), beta1: try hyper.number("b1"),
          beta2: try hyper.number("b2"), beta3: try hyper.number("b3"), alpha: try hyper.number("alpha"),
          epsilon: try hyper.number("eps"), weightDecay: try hyper.unmaskedDecay,
          epsilonRoot: try hyper.number("eps_root")))
    },
    "optax.contrib.simplified_ademamix": { hyper in
      GoldenTranslation(
        SimplifiedAdEMAMix(
          learningRate: try hyper.learningRate("learning_rate"), beta1: try hyper.number("b1"),
          beta2: try hyper.number("b2"), alpha: try hyper.number("alpha"), epsilon: try hyper.number("eps"),
          weightDecay: try hyper.unmaskedDecay, epsilonRoot: try hyper.number("eps_root")))
    },
    "optax.contrib.adopt": { hyper in
      try hyper.require("clip_value_fn", .text("t**0.25"))
      return GoldenTranslation(
        ADOPT(
          learningRate: try hyper.learningRate("learning_rate"), beta1: try hyper.number("b1"),
          beta2: try hyper.number("b2"), epsilon: try hyper.number("eps", .positive),
          nesterov: try hyper.flag("nesterov"),
          clips: try hyper.flag("use_clipping")))
    },
    "optax.contrib.acprop": { hyper in
      GoldenTranslation(
        ACProp(
          learningRate: try hyper.learningRate("learning_rate"), beta1: try hyper.number("b1"),
          beta2: try hyper.number("b2"), epsilon: try hyper.number("eps"), weightDecay: try hyper.unmaskedDecay,
          epsilonRoot: try hyper.number("eps_root")))
    },
  ]

  private static let torchAdam: GoldenTranslation.Maker = { hyper in
    let betas = try hyper.numbers("betas", count: 2)
    return GoldenTranslation(
      Adam(
        learningRate: try hyper.learningRate("lr"), beta1: betas[0], beta2: betas[1], epsilon: try hyper.number("eps"),
        weightDecay: try hyper.number("weight_decay"), decay: try hyper.torchDecay,
        amsgrad: try hyper.flag("amsgrad") ? .uncorrected : .none),
      maximizes: try hyper.flag("maximize"))
  }

  /// A group of tensors with a rate and a decay of its own.
  private static func torchGroup(_ hyper: GoldenHyper) throws -> Grouped<Adam>.Group {
    let members = Set(try hyper.required("params").numbers ?? [])
    let (rate, decay) = (try hyper.number("lr", .nonNegative), try hyper.number("weight_decay"))
    return .init(SegmentMask { Double($0.name).map(members.contains) ?? false }) {
      $0.learningRate = rate
      $0.weightDecay = decay
    }
  }

  private static let optaxAdaMax: GoldenTranslation.Maker = { hyper in
    GoldenTranslation(
      AdaMax(
        learningRate: try hyper.learningRate("learning_rate"), beta1: try hyper.number("b1"),
        beta2: try hyper.number("b2"), epsilon: try hyper.number("eps", .positive),
        weightDecay: try hyper.unmaskedDecay,
        decay: .decoupled))
  }
}

extension GoldenHyper {
  /// PyTorch's kind of decay.
  fileprivate var torchDecay: DecayKind {
    get throws { try flag("decoupled_weight_decay") ? .decoupled : .coupled }
  }

  /// Optax's decay where it has one, for all tensors alike.
  fileprivate var unmaskedDecay: Double {
    get throws {
      try require("mask", .null)
      return try optionalNumber("weight_decay") ?? 0
    }
  }

  /// What optax's Adam and its relatives have in common.
  fileprivate var optaxAdam: Adam {
    get throws {
      Adam(
        learningRate: try learningRate("learning_rate"), beta1: try number("b1"), beta2: try number("b2"),
        epsilon: try number("eps"), epsilonRoot: try number("eps_root"), nesterov: try flag("nesterov"))
    }
  }

  fileprivate var optaxAdamW: AdamW {
    get throws {
      var result = AdamW()
      result.adam = try optaxAdam
      result.weightDecay = try number("weight_decay")
      result.decay = .decoupled
      return result
    }
  }
}
