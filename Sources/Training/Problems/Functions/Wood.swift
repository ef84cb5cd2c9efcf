/// Wood's function, two valleys of Rosenbrock's kind coupled, with a saddle that stops careless methods.
///
/// Colville 1968; Moré, Garbow and Hillstrom 1981 (doi:10.1145/355934.355936), problem 14.
public struct Wood: LeastSquaresFunction {
  /// The function.
  public init() {}

  public let name = "wood"
  public let start = [-3.0, -1.0, -3.0, -1.0]
  public let minima = [[1.0, 1.0, 1.0, 1.0]]

  public func callAsFunction<S: Scalar>(_ x: [S]) -> S {
    let first = x[1] - x[0] * x[0]
    let second = x[3] - x[2] * x[2]
    let (along, across) = (1 - x[0], 1 - x[2])
    let valleys: S = 100 * first * first + along * along + 90 * second * second + across * across
    let (sum, difference) = (x[1] + x[3] - 2, x[1] - x[3])
    return valleys + 10 * sum * sum + S(0.1) * difference * difference
  }

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    let (first, second) = (x[1] - x[0] * x[0], x[3] - x[2] * x[2])
    let (sum, difference) = (x[1] + x[3] - 2, x[1] - x[3])
    let (root10, root90) = (S((10.0).squareRoot()), S((90.0).squareRoot()))
    return [10 * first, 1 - x[0], root90 * second, 1 - x[2], root10 * sum, difference / root10]
  }
}
