/// Observations fitted by q₀ e^(q₁ t) + q₂: half the sum of the squares of the residuals.
public struct ExponentialFit: ResidualFunction {
  /// t
  public let times: [Double]
  /// y
  public let observations: [Double]

  /// The problem; traps where the numbers differ.
  public init(times: [Double], observations: [Double]) {
    require(times.count == observations.count, "\(times.count) times for \(observations.count) observations")
    self.times = times
    self.observations = observations
  }

  /// q₀ e^(q₁ t) + q₂ − y
  public func residuals<S: Scalar>(_ q: [S]) -> [S] {
    zip(times, observations).map { t, y in q[0] * S.exp(q[1] * S(t)) + q[2] - S(y) }
  }
}
