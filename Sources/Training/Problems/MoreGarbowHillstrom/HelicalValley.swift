/// A valley that winds around an axis.
///
/// Fletcher and Powell 1963 (doi:10.1093/comjnl/6.2.163); Moré, Garbow and Hillstrom 1981, problem 7.
public struct HelicalValley: LeastSquaresFunction {
  /// The function.
  public init() {}

  public let name = "helical_valley"
  public let start = [-1.0, 0.0, 0.0]
  public let minima = [[1.0, 0.0, 0.0]]

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    let radius = (x[0] * x[0] + x[1] * x[1]).squareRoot()
    let rise: S = x[2] - 10 * turns(x[0], x[1])
    return [10 * rise, 10 * (radius - 1), x[2]]
  }

  /// The angle of (x, y) in turns, from −¼ to ¾, by the smaller of the two quotients.
  private func turns<S: Scalar>(_ x: S, _ y: S) -> S {
    let turn: S = 2 * .pi
    if y.magnitude > x.magnitude {
      let axis = y > 0 ? 0.25 : (x < 0 ? 0.75 : -0.25)
      return S(axis) - arctangent(x / y) / turn
    }
    return S(x < 0 ? 0.5 : 0) + arctangent(y / x) / turn
  }
}
