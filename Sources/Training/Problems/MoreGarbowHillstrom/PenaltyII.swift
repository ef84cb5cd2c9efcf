/// An ellipsoid as a constraint by penalty, with exponentials as the objective.
///
/// Gill, Murray and Pitfield 1972; Moré, Garbow and Hillstrom 1981, problem 24, of ten parameters: 2.93660…e-4.
public struct PenaltyII: LeastSquaresFunction {
  private static let count = 10

  /// The function.
  public init() {}

  public let name = "penalty2"
  public let start = [Double](repeating: 0.5, count: PenaltyII.count)
  public let minima: [[Double]] = []
  public let minimum = 2.936605374567231e-4

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    let root = S((1e-5).squareRoot())
    let powers = x.map { S.exp($0 / 10) }
    let known = (0...x.count).map { Double.exp(Double($0) / 10) }
    var result = [x[0] - S(0.2)]
    for index in 1..<x.count {
      let sum: S = powers[index] + powers[index - 1]
      result.append(root * (sum - S(known[index + 1] + known[index])))
    }
    for index in 1..<x.count { result.append(root * (powers[index] - S(Double.exp(-0.1)))) }
    var ellipsoid: S = -1
    for (index, own) in x.enumerated() { ellipsoid += S(x.count - index) * own * own }
    return result + [ellipsoid]
  }
}
