/// Linear equations of full rank, more than parameters: 20 for 10, with a minimum of 10 at (−1, …, −1).
///
/// Moré, Garbow and Hillstrom 1981, problem 32.
public struct LinearFullRank: LeastSquaresFunction {
  private static let equations = 20

  /// The function.
  public init() {}

  public let name = "linear_full_rank"
  public let start = [Double](repeating: 1, count: 10)
  public let minima = [[Double](repeating: -1, count: 10)]
  public let minimum = 10.0

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    let rest: S = -S(2 / Double(Self.equations)) * x.reduce(0, +) - 1
    return (0..<Self.equations).map { $0 < x.count ? x[$0] + rest : rest }
  }
}
