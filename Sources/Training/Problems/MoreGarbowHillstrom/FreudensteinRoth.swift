/// A curved valley that leads most methods from the usual start to a local minimum of 48.98… near (11.41, −0.90).
///
/// Freudenstein and Roth 1963 (doi:10.1145/321186.321200); Moré, Garbow and Hillstrom 1981, problem 2.
public struct FreudensteinRoth: LeastSquaresFunction {
  /// The function.
  public init() {}

  public let name = "freudenstein_roth"
  public let start = [0.5, -2.0]
  public let minima = [[5.0, 4.0]]

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    let (first, second) = (x[0], x[1])
    let inner: S = (5 - second) * second - 2
    let outer: S = (second + 1) * second - 14
    return [first - 13 + inner * second, first - 29 + outer * second]
  }
}
