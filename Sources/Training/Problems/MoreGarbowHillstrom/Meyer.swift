/// The resistance of a thermistor fitted by x₁ exp(x₂/(t + x₃)): values from 3,000 to 35,000, a minimum of 87.9458….
///
/// Meyer 1970; Moré, Garbow and Hillstrom 1981, problem 10.
public struct Meyer: LeastSquaresFunction {
  private static let observations: [Double] = [
    34_780, 28_610, 23_650, 19_630, 16_370, 13_720, 11_540, 9_744, 8_261, 7_030, 6_005, 5_147, 4_427, 3_820, 3_307,
    2_872,
  ]

  /// The function.
  public init() {}

  public let name = "meyer"
  public let start = [0.02, 4_000.0, 250.0]
  public let minima: [[Double]] = []
  public let minimum = 87.94585517018604

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    Self.observations.enumerated().map { index, observation -> S in
      let time = S(50 + 5 * index)
      return x[0] * S.exp(x[1] / (time + x[2])) - S(observation)
    }
  }
}
