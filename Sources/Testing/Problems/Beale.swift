/// Beale's function, flat far from its minimum at (3, ½). Beale 1958.
public struct Beale: TestFunction {
  /// The function.
  public init() {}

  public let name = "beale"
  public let start = [1.0, 1.0]
  public let minima = [[3, 0.5]]

  public func callAsFunction<S: Scalar>(_ x: [S]) -> S {
    var (sum, power): (S, S) = (0, 1)
    for constant in [1.5, 2.25, 2.625] {
      power *= x[1]
      let residual = S(constant) - x[0] * (1 - power)
      sum += residual * residual
    }
    return sum
  }
}
