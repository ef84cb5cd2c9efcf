/// A table of the normal density fitted by x₁ exp(−x₂ (t − x₃)²/2), with a minimum of 1.12793…e-8 close to the start.
///
/// Moré, Garbow and Hillstrom 1981, problem 9.
public struct GaussianFit: LeastSquaresFunction {
  private static let rising = [0.0009, 0.0044, 0.0175, 0.0540, 0.1295, 0.2420, 0.3521]
  private static let observations = rising + [0.3989] + rising.reversed()

  /// The function.
  public init() {}

  public let name = "gaussian"
  public let start = [0.4, 1.0, 0.0]
  public let minima: [[Double]] = []
  public let minimum = 1.127932769618700e-8

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    Self.observations.enumerated().map { index, observation -> S in
      let offset = S(Double(7 - index) / 2) - x[2]
      let square: S = offset * offset / 2
      return x[0] * S.exp(-x[1] * square) - S(observation)
    }
  }
}
