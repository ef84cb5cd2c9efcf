/// Three exponentials fitted to themselves; from the usual start many methods end in a local minimum of 5.65565…e-3.
///
/// Biggs 1971 (doi:10.1093/imamat/8.3.315); Moré, Garbow and Hillstrom 1981, problem 18, with 13 observations.
public struct BiggsEXP6: LeastSquaresFunction {
  /// The function.
  public init() {}

  public let name = "biggs_exp6"
  public let start = [1.0, 2.0, 1.0, 1.0, 1.0, 1.0]
  public let minima = [[1.0, 10.0, 1.0, 5.0, 4.0, 3.0]]

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    (1...13).map { number -> S in
      let time = S(Double(number) / 10)
      let decays = [x[0], x[1], x[4], 1, 10, 4].map { S.exp(-time * $0) }
      let model: S = x[2] * decays[0] - x[3] * decays[1] + x[5] * decays[2]
      let known: S = decays[3] - 5 * decays[4] + 3 * decays[5]
      return model - known
    }
  }
}
