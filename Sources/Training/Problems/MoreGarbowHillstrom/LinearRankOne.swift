/// Linear equations of rank one, 20 for 10 parameters, with a minimum of m(m − 1)/(2(2m + 1)) where Σ j xⱼ = 3/(2m + 1).
///
/// Moré, Garbow and Hillstrom 1981, problem 33.
public struct LinearRankOne: LeastSquaresFunction {
  private static let equations = 20

  /// The function.
  public init() {}

  public let name = "linear_rank1"
  public let start = [Double](repeating: 1, count: 10)
  public let minima = [[3.0 / 41] + [Double](repeating: 0, count: 9)]
  public let minimum = 190.0 / 41

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    var sum: S = 0
    for (index, own) in x.enumerated() { sum += S(index + 1) * own }
    return (1...Self.equations).map { S($0) * sum - 1 }
  }
}
