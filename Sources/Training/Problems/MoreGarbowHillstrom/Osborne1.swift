/// Two decays and a constant fitted to 33 observations, with a minimum of 5.46489…e-5.
///
/// Osborne 1972; Moré, Garbow and Hillstrom 1981, problem 17.
public struct Osborne1: LeastSquaresFunction {
  private static let observations = [
    0.844, 0.908, 0.932, 0.936, 0.925, 0.908, 0.881, 0.850, 0.818, 0.784, 0.751, 0.718, 0.685, 0.658, 0.628, 0.603,
    0.580, 0.558, 0.538, 0.522, 0.506, 0.490, 0.478, 0.467, 0.457, 0.448, 0.438, 0.431, 0.424, 0.420, 0.414, 0.411,
    0.406,
  ]

  /// The function.
  public init() {}

  public let name = "osborne1"
  public let start = [0.5, 1.5, -1.0, 0.01, 0.02]
  public let minima: [[Double]] = []
  public let minimum = 5.464894697482687e-5

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    Self.observations.enumerated().map { index, observation -> S in
      let time = S(10 * index)
      let decays: S = x[1] * S.exp(-time * x[3]) + x[2] * S.exp(-time * x[4])
      return S(observation) - x[0] - decays
    }
  }
}
