/// Quadratic equations of each parameter and its neighbors.
///
/// Broyden 1965 (doi:10.1090/S0025-5718-1965-0198670-6); Moré, Garbow and Hillstrom 1981, problem 30. Its minimum is 0.
public struct BroydenTridiagonal: LeastSquaresFunction {
  /// The number of parameters.
  public let count: Int

  /// The function, by default of ten parameters.
  public init(count: Int = 10) {
    require(count > 0, "there is at least one parameter, not \(count)")
    self.count = count
  }

  public var name: String { "broyden_tridiagonal" }
  public var start: [Double] { Array(repeating: -1, count: count) }
  public var minima: [[Double]] { [] }

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    let padded: [S] = [0] + x + [0]
    return x.indices.map { index -> S in
      let own: S = (3 - 2 * x[index]) * x[index]
      return own - padded[index] - 2 * padded[index + 2] + 1
    }
  }
}
