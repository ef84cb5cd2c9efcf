/// Fifteen observations fitted by x₁ + u/(v x₂ + w x₃), with a minimum of 8.21487…e-3.
///
/// Bard 1970 (doi:10.1137/0707013); Moré, Garbow and Hillstrom 1981, problem 8.
public struct Bard: LeastSquaresFunction {
  private static let observations = [
    0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.10, 4.39,
  ]

  /// The function.
  public init() {}

  public let name = "bard"
  public let start = [1.0, 1.0, 1.0]
  public let minima: [[Double]] = []
  public let minimum = 8.214877306578987e-3

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    Self.observations.enumerated().map { index, observation -> S in
      let u = index + 1
      let v = 16 - u
      let below: S = S(v) * x[1] + S(min(u, v)) * x[2]
      return S(observation) - x[0] - S(u) / below
    }
  }
}
