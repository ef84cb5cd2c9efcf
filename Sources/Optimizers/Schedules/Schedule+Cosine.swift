extension Schedule {
  /// low + (1 − low)((1 + cos(π step/steps))/2)ᵖ: from 1 to `low` along half a cosine, then `low`.
  ///
  /// The power is optax's `exponent`. Loshchilov and Hutter 2017 (arXiv:1608.03983).
  public static func cosine(steps: Int, to low: Double = 0, power: Double = 1) -> Schedule {
    require(steps > 0, "a cosine schedule needs steps, not \(steps)")
    return Schedule(
      duration: steps,
      continuous: { position in
        position >= Double(steps) ? low : low + (1 - low) * realPower(halfCosine(position / Double(steps)), power)
      })
  }

  /// Half a cosine from 1 to `low` in so many steps, and up again in as many, for ever: PyTorch's `CosineAnnealingLR`.
  public static func cosineWave(halfPeriod steps: Int, to low: Double = 0) -> Schedule {
    require(steps > 0, "a cosine needs steps, not \(steps)")
    return Schedule(continuous: { position in low + (1 - low) * halfCosine(position / Double(steps)) })
  }

  /// Half cosines from 1 to `low`, begun anew after `period` steps, after that times `multiplier`, and so on.
  ///
  /// Loshchilov and Hutter 2017 (arXiv:1608.03983); PyTorch's `CosineAnnealingWarmRestarts`.
  public static func cosineWithRestarts(period: Int, multiplier: Int = 1, to low: Double = 0) -> Schedule {
    require(period > 0 && multiplier > 0, "restarts after \(period) steps, times \(multiplier) each time")
    return Schedule(continuous: { position in
      var start = 0.0
      var length = Double(period)
      if multiplier == 1 {
        start = (position / length).rounded(.down) * length
      } else {
        while position >= start + length {
          start += length
          length *= Double(multiplier)
        }
      }
      return low + (1 - low) * halfCosine((position - start) / length)
    })
  }
}

/// (1 + cos πx)/2
func halfCosine(_ x: Double) -> Double { (1 + cosineOfHalfTurns(x)) / 2 }
