/// A sphere as a constraint by penalty, which pulls a thousand times harder than the objective.
///
/// Gill, Murray and Pitfield 1972; Moré, Garbow and Hillstrom 1981, problem 23, of ten parameters: 7.08765…e-5.
public struct PenaltyI: LeastSquaresFunction {
  /// The function.
  public init() {}

  public let name = "penalty1"
  public let start = (1...10).map { Double($0) }
  public let minima: [[Double]] = []
  public let minimum = 7.087651467090370e-5

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    let root = S((1e-5).squareRoot())
    let square: S = x.reduce(0) { $0 + $1 * $1 }
    return x.map { root * ($0 - 1) } + [square - S(0.25)]
  }
}
