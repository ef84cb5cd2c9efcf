/// The rate of an enzyme's reaction fitted by a quotient of quadratics, with a minimum of 3.07505…e-4.
///
/// Kowalik and Osborne 1968; Moré, Garbow and Hillstrom 1981, problem 15.
public struct KowalikOsborne: LeastSquaresFunction {
  private static let observations = [
    0.1957, 0.1947, 0.1735, 0.1600, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246,
  ]
  private static let concentrations = [4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625]

  /// The function.
  public init() {}

  public let name = "kowalik_osborne"
  public let start = [0.25, 0.39, 0.415, 0.39]
  public let minima: [[Double]] = []
  public let minimum = 3.075056038492366e-4

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    zip(Self.observations, Self.concentrations).map { observation, concentration -> S in
      let u = S(concentration)
      let above: S = u * u + u * x[1]
      let below: S = u * u + u * x[2] + x[3]
      return S(observation) - x[0] * above / below
    }
  }
}
