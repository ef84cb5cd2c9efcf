/// A distribution function of three parameters, exp(−|y − x₂|^x₃/x₁), fitted to its own values.
///
/// Cox 1969; Moré, Garbow and Hillstrom 1981, problem 11, without its misprint: the factor "mi" is the difference y − x₂.
public struct GulfResearch: LeastSquaresFunction {
  /// t and y = 25 + (−50 ln t)^⅔, for 99 observations.
  private static let observations: [(level: Double, point: Double)] = (1...99).map { number in
    let level = Double(number) / 100
    return (level, 25 + realPower(-50 * Double.log(level), 2.0 / 3))
  }

  /// The function.
  public init() {}

  public let name = "gulf"
  public let start = [5.0, 2.5, 0.15]
  public let minima = [[50.0, 25.0, 1.5]]

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    Self.observations.map { level, point -> S in
      let distance = (S(point) - x[1]).magnitude
      return S.exp(-S.exp(x[2] * S.log(distance)) / x[0]) - S(level)
    }
  }
}
