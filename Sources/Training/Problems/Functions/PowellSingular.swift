/// Powell's function, whose Hessian is singular at its minimum 0: convergence is slow, and the gradient small far away.
///
/// Powell 1962 (doi:10.1093/comjnl/5.2.147); Moré, Garbow and Hillstrom 1981, problem 13.
public struct PowellSingular: LeastSquaresFunction {
  /// The function.
  public init() {}

  public let name = "powell_singular"
  public let start = [3.0, -1.0, 0.0, 1.0]
  public let minima = [[0.0, 0.0, 0.0, 0.0]]

  public func callAsFunction<S: Scalar>(_ x: [S]) -> S {
    let first = x[0] + 10 * x[1]
    let second = x[2] - x[3]
    let third = x[1] - 2 * x[2]
    let fourth = x[0] - x[3]
    let squares = first * first + 5 * second * second
    return squares + third * third * third * third + 10 * fourth * fourth * fourth * fourth
  }

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    let third = x[1] - 2 * x[2]
    let fourth = x[0] - x[3]
    let (root5, root10) = (S((5.0).squareRoot()), S((10.0).squareRoot()))
    let first: S = x[0] + 10 * x[1]
    let last: S = fourth * fourth
    return [first, root5 * (x[2] - x[3]), third * third, root10 * last]
  }
}
