/// A sine to be learnt from noisy points: y = sin(2π x · periods) + noise, x uniform in −1..<1.
public struct SineRegression: Sendable, Hashable {
  /// The periods in an interval of length 1.
  public let periods: Double
  /// The standard deviation of the noise.
  public let noise: Double

  /// A sine, by default of one period with noise 0.1.
  public init(periods: Double = 1, noise: Double = 0.1) {
    require(periods.isFinite && noise >= 0, "\(periods) periods with noise \(noise)")
    self.periods = periods
    self.noise = noise
  }

  /// Examples `first..<first + count` of a seed: features and targets [count, 1].
  ///
  /// Each example depends on the seed and its number alone.
  public func examples(count: Int, seed: UInt64, first: Int = 0) throws -> TargetExamples {
    var (features, targets): ([Float], [Float]) = ([], [])
    for example in first..<first + count {
      let stream = RandomStream(seed: seed, purpose: .synthesis, index: example)
      let x = stream.uniform(at: 0, in: -1..<1)
      features.append(Float(x))
      targets.append(Float(cosineOfHalfTurns(2 * periods * x - 0.5) + noise * stream.normal(at: 1)))
    }
    return try TargetExamples(features: Tensor([count, 1], features), targets: Tensor([count, 1], targets))
  }
}
