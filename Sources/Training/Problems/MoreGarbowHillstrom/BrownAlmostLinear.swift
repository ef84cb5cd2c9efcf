/// Linear equations but for one, which wants the product to be 1; near (0, …, 0, n + 1) there is a local minimum of 1.
///
/// Brown 1969 (doi:10.1137/0706051); Moré, Garbow and Hillstrom 1981, problem 27.
public struct BrownAlmostLinear: LeastSquaresFunction {
  /// The number of parameters.
  public let count: Int

  /// The function, by default of ten parameters.
  public init(count: Int = 10) {
    require(count > 1, "there are at least two parameters, not \(count)")
    self.count = count
  }

  public var name: String { "brown_almost_linear" }
  public var start: [Double] { Array(repeating: 0.5, count: count) }
  public var minima: [[Double]] { [Array(repeating: 1, count: count)] }

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    let rest: S = x.reduce(0, +) - S(x.count + 1)
    let product: S = x.reduce(1, *)
    return x.dropLast().map { $0 + rest } + [product - 1]
  }
}
