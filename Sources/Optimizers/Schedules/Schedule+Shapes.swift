extension Schedule {
  /// 1, or another factor, at every step.
  public static func constant(_ factor: Double = 1, steps: Int? = nil) -> Schedule {
    Schedule(duration: steps) { _ in factor }
  }

  /// γ^⌊step/interval⌋: a drop by γ every so many steps (0.1 by default, as in PyTorch's `StepLR`).
  public static func stepDecay(every interval: Int, by gamma: Double = 0.1) -> Schedule {
    require(interval > 0, "a step decay needs a positive interval, not \(interval)")
    return Schedule { step in integerPower(gamma, step / interval) }
  }

  /// low + (1 − low)(1 + cos(π step/steps))/2: from 1 to `low` along half a cosine, then `low`.
  ///
  /// Loshchilov and Hutter 2017 (arXiv:1608.03983).
  public static func cosine(steps: Int, to low: Double = 0) -> Schedule {
    require(steps > 0, "a cosine schedule needs steps, not \(steps)")
    return Schedule(duration: steps) { step in
      step >= steps ? low : low + (1 - low) * (1 + cosineOfHalfTurns(Double(step) / Double(steps))) / 2
    }
  }

  /// From `start` to `end` in a straight line, then `end`.
  public static func linear(from start: Double, to end: Double, steps: Int) -> Schedule {
    require(steps > 0, "a linear schedule needs steps, not \(steps)")
    return Schedule(duration: steps) { step in
      step >= steps ? end : start + (end - start) * (Double(step) / Double(steps))
    }
  }

  /// (step + 1)/steps, so that the first step is not wasted at factor 0 (Goyal et al. 2017, arXiv:1706.02677).
  public static func warmup(steps: Int) -> Schedule {
    require(steps > 0, "a warmup needs steps, not \(steps)")
    return Schedule(duration: steps) { step in min(Double(step + 1) / Double(steps), 1) }
  }
}
