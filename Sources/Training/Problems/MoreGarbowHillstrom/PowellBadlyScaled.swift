/// A product of two parameters that is to be 1e-4, with the minimum where they differ by six orders of magnitude.
///
/// Powell 1970; Moré, Garbow and Hillstrom 1981, problem 3.
public struct PowellBadlyScaled: LeastSquaresFunction {
  /// The function.
  public init() {}

  public let name = "powell_badly_scaled"
  public let start = [0.0, 1.0]
  public let minima = [[1.098159329699759e-5, 9.106146739867165]]

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    let product: S = x[0] * x[1]
    let sum: S = S.exp(-x[0]) + S.exp(-x[1])
    return [10_000 * product - 1, sum - S(1.0001)]
  }
}
