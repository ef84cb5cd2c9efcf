extension Schedule {
  /// γ^⌊step/interval⌋: a drop by γ every so many steps (0.1 by default, as in PyTorch's `StepLR`).
  public static func stepDecay(every interval: Int, by gamma: Double = 0.1) -> Schedule {
    require(interval > 0, "a step decay needs a positive interval, not \(interval)")
    return Schedule { step in integerPower(gamma, step / interval) }
  }

  /// A drop by γ at each of the given steps (PyTorch's `MultiStepLR`).
  public static func multiStep(at milestones: [Int], by gamma: Double = 0.1) -> Schedule {
    Schedule { step in integerPower(gamma, milestones.count { $0 <= step }) }
  }

  /// rate^(step/interval), or in drops, rate^⌊step/interval⌋, where `staircase`; not beyond `end`.
  ///
  /// optax's `exponential_decay`; with interval 1, PyTorch's `ExponentialLR`.
  public static func exponential(
    rate: Double, every interval: Int = 1, staircase: Bool = false, to end: Double? = nil
  ) -> Schedule {
    require(rate > 0 && interval > 0, "an exponential schedule with rate \(rate) every \(interval) steps")
    return Schedule(continuous: { position in
      let exponent = position / Double(interval)
      let factor = realPower(rate, staircase ? exponent.rounded(.down) : exponent)
      guard let end else { return factor }
      return rate < 1 ? max(factor, end) : min(factor, end)
    })
  }

  /// 1/(1 + rate · step/interval): the classical 1/t decay (Robbins and Monro 1951, doi:10.1214/aoms/1177729586).
  public static func inverseTime(rate: Double, every interval: Int = 1) -> Schedule {
    require(rate >= 0 && interval > 0, "an inverse-time schedule with rate \(rate) every \(interval) steps")
    return Schedule(continuous: { position in 1 / (1 + rate * position / Double(interval)) })
  }

  /// min((step + 1)/warmup, √(warmup/(step + 1))): up in a straight line, then down as the inverse square root.
  ///
  /// Vaswani et al. 2017 (arXiv:1706.03762), with a peak of 1.
  public static func inverseSquareRoot(warmup: Int) -> Schedule {
    require(warmup > 0, "an inverse square root needs a warmup of steps, not \(warmup)")
    return Schedule(continuous: { position in
      let ratio = (position + 1) / Double(warmup)
      return min(ratio, (1 / ratio).squareRoot())
    })
  }

  /// width^(−1/2) · min((step + 1)^(−1/2), (step + 1) warmup^(−3/2)): as published, its peak set by the model's width.
  ///
  /// Vaswani et al. 2017 (arXiv:1706.03762).
  public static func noam(width: Int, warmup: Int) -> Schedule {
    require(width > 0, "a model has a positive width, not \(width)")
    return 1 / (Double(width) * Double(warmup)).squareRoot() * .inverseSquareRoot(warmup: warmup)
  }
}
