/// Linear equations of rank one that leave out the first and the last parameter and equation: 20 for 10 parameters, with a
/// minimum of (m² + 3m − 6)/(2(2m − 3)) where Σ j xⱼ = 3/(2m − 3) over the others.
///
/// Moré, Garbow and Hillstrom 1981, problem 34.
public struct LinearRankOneWithZeros: LeastSquaresFunction {
  private static let equations = 20

  /// The function.
  public init() {}

  public let name = "linear_rank1_zeros"
  public let start = [Double](repeating: 1, count: 10)
  public let minima = [[0, 3.0 / 74] + [Double](repeating: 0, count: 8)]
  public let minimum = 227.0 / 37

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    var sum: S = 0
    for index in 1..<x.count - 1 { sum += S(index + 1) * x[index] }
    let inner = (1..<Self.equations - 1).map { S($0) * sum - 1 }
    return [-1] + inner + [-1]
  }
}
