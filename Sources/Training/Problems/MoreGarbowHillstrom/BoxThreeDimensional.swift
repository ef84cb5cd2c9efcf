/// A difference of two exponentials fitted to itself; it is 0 too at (10, 1, −1), and wherever x₁ = x₂ and x₃ = 0.
///
/// Box 1966 (doi:10.1093/comjnl/9.1.67); Moré, Garbow and Hillstrom 1981, problem 12, with ten observations.
public struct BoxThreeDimensional: LeastSquaresFunction {
  /// The function.
  public init() {}

  public let name = "box"
  public let start = [0.0, 10.0, 20.0]
  public let minima = [[1.0, 10.0, 1.0], [10.0, 1.0, -1.0]]

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    (1...10).map { number -> S in
      let time = S(Double(number) / 10)
      let known: S = S.exp(-time) - S.exp(-10 * time)
      let model: S = S.exp(-time * x[0]) - S.exp(-time * x[1])
      return model - x[2] * known
    }
  }
}
