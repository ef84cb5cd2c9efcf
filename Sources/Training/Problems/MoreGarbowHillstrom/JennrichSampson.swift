/// Ten exponentials of two parameters that grow fast with either, with a minimum of 124.362….
///
/// Jennrich and Sampson 1968 (doi:10.1080/00401706.1968.10490535); Moré, Garbow and Hillstrom 1981, problem 6.
public struct JennrichSampson: LeastSquaresFunction {
  /// The function.
  public init() {}

  public let name = "jennrich_sampson"
  public let start = [0.3, 0.4]
  public let minima: [[Double]] = []
  public let minimum = 124.3621823556148

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    (1...10).map { number -> S in
      let factor = S(number)
      let growth: S = S.exp(factor * x[0]) + S.exp(factor * x[1])
      return 2 + 2 * factor - growth
    }
  }
}
