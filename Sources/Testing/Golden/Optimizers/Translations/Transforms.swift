import GlissadeOptimizers

extension GoldenOptimizers {
  /// Wrappers and chains, and what PyTorch does to gradients and averages.
  static let transforms: [String: GoldenTranslation.Maker] = [
    "torch.nn.utils.clip_grad_norm_ + torch.optim.SGD": { hyper in
      let clip = try hyper.object("clip")
      let norm = try norm(clip)
      let optimizer = try sgd(hyper).clipped(toGlobalNorm: try clip.number("max_norm", .positive), norm: norm)
      var translation = GoldenTranslation(optimizer)
      translation.observed["norm"] = { [norm.of($0.gradient.values)] }
      return translation
    },
    "torch.nn.utils.clip_grad_value_ + torch.optim.SGD": { hyper in
      GoldenTranslation(
        try sgd(hyper).clipped(toValue: try hyper.object("clip").number("clip_value", .positive)))
    },
    "torch.optim.swa_utils.AveragedModel": { hyper in
      let kind = try hyper.text("kind")
      let rule = GradientDescent(learningRate: try hyper.object("sgd").number("lr"))
      let average: Averaged<GradientDescent>.Kind =
        kind == "ema" ? .exponential(decay: try hyper.number("decay", .decay)) : .mean
      var translation = GoldenTranslation(rule.averaging(average))
      translation.observed["averaged"] = { $0.evaluationPoint.values.doubles }
      return translation
    },
    "optax.chain": { try chain(try $0.objects("chain")) },
    "optax.lookahead": { hyper in
      let fast = try translate(named: try hyper.object("fast_optimizer"))
      var translation = GoldenTranslation(
        lookahead(
          fast, every: try hyper.count("sync_period", from: 1), blend: try hyper.number("slow_step_size", .fraction),
          resetsState: try hyper.flag("reset_state")))
      translation.observed["slow"] = { $0.state.slots[0].doubles }
      return translation
    },
    "optax.apply_if_finite": { hyper in
      let inner = try translate(named: try hyper.object("inner"))
      var translation = GoldenTranslation(
        skipping(inner, limit: try hyper.count("max_consecutive_errors")))
      translation.observed["notfinite_count_and_total"] = {
        [$0.state.numbers["skipped in a row"] ?? 0, $0.state.numbers["skipped"] ?? 0]
      }
      return translation
    },
    "optax.MultiSteps": { hyper in
      let inner = try translate(named: try hyper.object("opt"))
      return GoldenTranslation(
        accumulating(inner, try hyper.count("every_k", from: 1), averages: try hyper.flag("use_grad_mean")))
    },
  ]

  private static func sgd(_ hyper: GoldenHyper) throws -> SGD {
    let inner = try hyper.object("sgd")
    try inner.require("maximize", .bool(false))
    return try inner.torchSGD
  }

  private static func norm(_ hyper: GoldenHyper) throws -> VectorNorm {
    if hyper.value("norm_type")?.number == .infinity { return .maximum }
    let order = try hyper.number("norm_type", .positive)
    return order == 2 ? .euclidean : .power(order)
  }

  // The optimizer's type is known only inside such a function.
  private static func lookahead(
    _ fast: some Optimizer, every interval: Int, blend: Double, resetsState: Bool
  ) -> any Optimizer {
    fast.lookahead(every: interval, blend: blend, resetsState: resetsState)
  }

  private static func skipping(_ inner: some Optimizer, limit: Int) -> any Optimizer {
    inner.skippingNonFinite(limit: limit)
  }

  private static func accumulating(_ inner: some Optimizer, _ interval: Int, averages: Bool) -> any Optimizer {
    inner.accumulating(interval, averages: averages)
  }
}
