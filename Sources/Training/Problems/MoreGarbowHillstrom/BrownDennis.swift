/// Fourth powers of parameters that begin far away, with a minimum of 85,822.2….
///
/// Brown and Dennis 1971 (doi:10.1007/BF01404679); Moré, Garbow and Hillstrom 1981, problem 16.
public struct BrownDennis: LeastSquaresFunction {
  /// The function.
  public init() {}

  public let name = "brown_dennis"
  public let start = [25.0, 5.0, -5.0, -1.0]
  public let minima: [[Double]] = []
  public let minimum = 85_822.20162635628

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    (1...20).map { number -> S in
      let time = Double(number) / 5
      let growth: S = x[0] + S(time) * x[1] - S(Double.exp(time))
      let wave: S = x[2] + x[3] * S(sine(time)) - S(cosine(time))
      return growth * growth + wave * wave
    }
  }
}
