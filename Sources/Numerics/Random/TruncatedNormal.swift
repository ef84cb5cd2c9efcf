/// A normal distribution confined to an interval, as initializers use it.
///
/// Values come from the inverse of the distribution function, never by rejection, so that one uniform number makes one
/// value. An interval in one tail is mirrored to the lower one, where probabilities keep their relative precision.
public struct TruncatedNormal: Hashable, Sendable {
  /// The mean before truncation.
  public let mean: Double
  /// The standard deviation before truncation.
  public let deviation: Double
  /// The least value.
  public let lower: Double
  /// The greatest value.
  public let upper: Double
  /// Whether the interval lies above the mean and is therefore mirrored.
  private let isMirrored: Bool
  /// Φ at the (mirrored) interval's ends.
  private let probabilities: ClosedRange<Double>

  /// The distribution in lower...upper; the deviation must be positive and lower < upper.
  public init(mean: Double = 0, deviation: Double = 1, lower: Double, upper: Double) {
    require(deviation > 0 && lower < upper, "a truncated normal needs deviation > 0 and lower < upper")
    self.mean = mean
    self.deviation = deviation
    self.lower = lower
    self.upper = upper
    let low = (lower - mean) / deviation
    let high = (upper - mean) / deviation
    isMirrored = low > 0
    let end = isMirrored ? StandardNormal.cumulative(-low) : StandardNormal.cumulative(high)
    let start = isMirrored ? StandardNormal.cumulative(-high) : StandardNormal.cumulative(low)
    probabilities = Swift.min(start, end)...end
  }

  /// The value below which a share `p` of the distribution lies, for p in 0...1.
  ///
  /// Beyond 38 deviations, where the interval's probability underflows, it is the end nearest to the mean.
  public func quantile(_ p: Double) -> Double {
    let share = isMirrored ? 1 - p : p
    let probability = probabilities.lowerBound + share * (probabilities.upperBound - probabilities.lowerBound)
    if probabilities.upperBound == 0 { return isMirrored ? lower : upper }
    let standard = StandardNormal.quantile(Swift.min(probability, 1 - 0x1p-53))
    let value = mean + deviation * (isMirrored ? -standard : standard)
    return Swift.max(lower, Swift.min(upper, value))
  }
}
