import GlissadeOptimizers

extension GoldenOptimizers {
  /// Rules that see matrices.
  static let matrixRules: [String: GoldenTranslation.Maker] = [
    "torch.optim.Muon": { hyper in
      GoldenTranslation(
        Muon(
          learningRate: try hyper.learningRate("lr"), momentum: try hyper.number("momentum"),
          nesterov: try hyper.flag("nesterov"), weightDecay: try hyper.number("weight_decay"),
          iteration: try iteration(hyper, "ns_coefficients"), epsilon: try hyper.number("eps"),
          adjustment: try adjustment(hyper)))
    },
    "optax.contrib.muon": { hyper in
      try hyper.require("weight_decay_mask", .null)
      try hyper.require("muon_weight_dimension_numbers", .null)
      guard let norm = Muon.Norm(rawValue: try hyper.text("preconditioning")) else {
        throw GoldenUnsupported("'preconditioning' is neither frobenius nor spectral")
      }
      let rootMeanSquare = try hyper.optionalNumber("consistent_rms")
      return GoldenTranslation(
        Muon(
          learningRate: try hyper.learningRate("learning_rate"), definition: .optax,
          momentum: try hyper.number("beta"), nesterov: try hyper.flag("nesterov"),
          weightDecay: try hyper.number("weight_decay"), iteration: try iteration(hyper, "ns_coeffs"),
          epsilon: try hyper.number("eps"), norm: norm, adaptive: try hyper.flag("adaptive"),
          adjustment: rootMeanSquare == nil ? .original : .matchAdam, rootMeanSquare: rootMeanSquare ?? 0.2,
          axes: .inOut, targets: .matrices, adamLearningRate: try hyper.optionalNumber("adam_learning_rate"),
          adamBeta1: try hyper.number("adam_b1"), adamBeta2: try hyper.number("adam_b2"),
          adamEpsilon: try hyper.number("eps"), adamEpsilonRoot: try hyper.number("adam_eps_root"),
          adamWeightDecay: try hyper.number("adam_weight_decay")))
    },
    "pytorch_optimizer.Shampoo": { hyper in
      try hyper.require("fixed_decay", .bool(false))
      return GoldenTranslation(
        Shampoo(
          learningRate: try hyper.learningRate("lr"), momentum: try hyper.number("momentum"),
          weightDecay: try hyper.number("weight_decay"),
          decay: try hyper.flag("weight_decouple") ? .decoupled : .coupled, epsilon: try hyper.number("matrix_eps"),
          interval: try hyper.count("preconditioning_compute_steps", from: 1)))
    },
    "pytorch_optimizer.ScalableShampoo": { hyper in
      try hyper.require("decoupled_learning_rate", .bool(true))
      try hyper.require("shape_interpretation", .bool(false))
      try hyper.require("use_svd", .bool(true))
      try hyper.require("inverse_exponent_override", .number(0))
      try hyper.require("pre_conditioner_type", .number(0))
      let betas = try hyper.numbers("betas", count: 2)
      let number = try hyper.count("graft_type")
      let grafts: [ScalableShampoo.Graft] = [.none, .sgd, .adagrad, .rmsprop, .sign]
      guard number < grafts.count else { throw GoldenUnsupported("there is no graft type \(number)") }
      return GoldenTranslation(
        ScalableShampoo(
          learningRate: try hyper.learningRate("lr"), beta1: betas[0], beta2: betas[1],
          averages: try hyper.flag("moving_average_for_momentum"), nesterov: try hyper.flag("nesterov"),
          weightDecay: try hyper.number("weight_decay"),
          decay: try hyper.flag("decoupled_weight_decay") ? .decoupled : .coupled,
          graft: grafts[number], graftEpsilon: try hyper.number("diagonal_eps"),
          epsilon: try hyper.number("matrix_eps"), blockSize: try hyper.count("block_size", from: 1),
          startingStep: try hyper.count("start_preconditioning_step", from: 1),
          momentInterval: try hyper.count("statistics_compute_steps", from: 1),
          interval: try hyper.count("preconditioning_compute_steps", from: 1)))
    },
    "pytorch_optimizer.SOAP": { hyper in
      try hyper.require("merge_dims", .bool(false))
      let betas = try hyper.numbers("betas", count: 2)
      return GoldenTranslation(
        SOAP(
          learningRate: try hyper.learningRate("lr"), beta1: betas[0], beta2: betas[1],
          momentBeta: try hyper.optionalNumber("shampoo_beta"), weightDecay: try hyper.number("weight_decay"),
          epsilon: try hyper.number("eps"), interval: try hyper.count("precondition_frequency", from: 1),
          largestAxis: try hyper.count("max_precondition_dim", from: 1),
          includesVectors: try hyper.flag("precondition_1d"),
          correctsBias: try hyper.flag("correct_bias"), normalizes: try hyper.flag("normalize_gradient")))
    },
  ]

  private static func iteration(_ hyper: GoldenHyper, _ key: String) throws -> NewtonSchulz {
    let coefficients = try hyper.numbers(key, count: 3)
    return NewtonSchulz(
      a: coefficients[0], b: coefficients[1], c: coefficients[2], steps: try hyper.count("ns_steps"))
  }

  /// PyTorch's adjustments of the learning rate.
  private static func adjustment(_ hyper: GoldenHyper) throws -> Muon.Adjustment {
    switch try hyper.required("adjust_lr_fn") {
    case .null, .text("original"): .original
    case .text("match_rms_adamw"): .matchAdam
    case .text("spectral_unclamped"): .spectral
    case let other: throw GoldenUnsupported("'adjust_lr_fn' is \(other)")
    }
  }
}
