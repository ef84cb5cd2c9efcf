extension Schedule {
  /// 1, or another factor, at every step.
  public static func constant(_ factor: Double = 1, steps: Int? = nil) -> Schedule {
    Schedule(duration: steps, continuous: { _ in factor })
  }

  /// From `start` to `end` in a straight line, then `end`.
  public static func linear(from start: Double, to end: Double, steps: Int) -> Schedule {
    require(steps > 0, "a linear schedule needs steps, not \(steps)")
    return Schedule(
      duration: steps,
      continuous: { position in
        position >= Double(steps) ? end : start + (end - start) * (position / Double(steps))
      })
  }

  /// end + (1 − end)(1 − step/steps)ᵖ, then `end`: linear for power 1, as in PyTorch's `PolynomialLR`.
  public static func polynomial(to end: Double = 0, power: Double = 1, steps: Int) -> Schedule {
    require(steps > 0, "a polynomial schedule needs steps, not \(steps)")
    return Schedule(
      duration: steps,
      continuous: { position in
        position >= Double(steps) ? end : end + (1 - end) * realPower(1 - position / Double(steps), power)
      })
  }

  /// (step + 1)/steps, so that the first step is not wasted at factor 0 (Goyal et al. 2017, arXiv:1706.02677).
  public static func warmup(steps: Int) -> Schedule {
    require(steps > 0, "a warmup needs steps, not \(steps)")
    return Schedule(duration: steps, continuous: { position in min((position + 1) / Double(steps), 1) })
  }

  /// From 0 up in `warmup` steps, 1 until the last `decay` of `steps`, then down to `end` in a straight line.
  ///
  /// Hu et al. 2024 (arXiv:2404.06395); other decays by `warmup(steps:).then(.constant(steps:)).then(…)`.
  public static func warmupStableDecay(warmup: Int, decay: Int, to end: Double = 0, steps: Int) -> Schedule {
    require(
      warmup > 0 && decay > 0 && warmup + decay <= steps,
      "a warmup of \(warmup) and a decay of \(decay) steps do not fit \(steps) steps")
    return .warmup(steps: warmup).then(.constant(steps: steps - warmup - decay))
      .then(.linear(from: 1, to: end, steps: decay))
  }
}
