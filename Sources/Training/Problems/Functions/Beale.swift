/// Beale's function, flat far from its minimum at (3, ½). Beale 1958; Moré, Garbow and
/// Hillstrom 1981, problem 5.
public struct Beale: LeastSquaresFunction {
  /// The function.
  public init() {}

  public let name = "beale"
  public let start = [1.0, 1.0]
  public let minima = [[3, 0.5]]

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    var power: S = 1
    return [1.5, 2.25, 2.625].map { constant in
      power *= x[1]
      return S(constant) - x[0] * (1 - power)
    }
  }
}
