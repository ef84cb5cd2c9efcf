/// Parameters whose values at the minimum differ by twelve orders of magnitude.
///
/// Brown, unpublished; Moré, Garbow and Hillstrom 1981, problem 4.
public struct BrownBadlyScaled: LeastSquaresFunction {
  /// The function.
  public init() {}

  public let name = "brown_badly_scaled"
  public let start = [1.0, 1.0]
  public let minima = [[1e6, 2e-6]]

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    let product: S = x[0] * x[1]
    return [x[0] - 1_000_000, x[1] - S(2e-6), product - 2]
  }
}
