/// Wood's function, two valleys of Rosenbrock's kind coupled, with a saddle that stops careless methods.
///
/// Colville 1968; Moré, Garbow and Hillstrom 1981 (doi:10.1145/355934.355936), problem 14.
public struct Wood: TestFunction {
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
}

/// Powell's function, whose Hessian is singular at its minimum 0: convergence is slow, and the gradient small far away.
///
/// Powell 1962 (doi:10.1093/comjnl/5.2.147); Moré, Garbow and Hillstrom 1981, problem 13.
public struct PowellSingular: TestFunction {
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
}
