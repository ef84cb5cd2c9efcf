/// Cubic equations of each parameter with five before and one after it.
///
/// Broyden 1971 (doi:10.1090/S0025-5718-1971-0288975-9); Moré, Garbow and Hillstrom 1981, problem 31. Its minimum is 0.
public struct BroydenBanded: LeastSquaresFunction {
  /// The number of parameters.
  public let count: Int

  /// The function, by default of ten parameters.
  public init(count: Int = 10) {
    require(count > 0, "there is at least one parameter, not \(count)")
    self.count = count
  }

  public var name: String { "broyden_banded" }
  public var start: [Double] { Array(repeating: -1, count: count) }
  public var minima: [[Double]] { [] }

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    x.indices.map { index -> S in
      var sum: S = 0
      for other in max(0, index - 5)...min(x.count - 1, index + 1) where other != index {
        sum += x[other] * (1 + x[other])
      }
      let square: S = x[index] * x[index]
      return x[index] * (2 + 5 * square) + 1 - sum
    }
  }
}
