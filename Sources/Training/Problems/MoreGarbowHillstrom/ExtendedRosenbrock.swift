/// Rosenbrock's function of each pair of parameters.
///
/// Spedicato 1975; Moré, Garbow and Hillstrom 1981, problem 21. `Rosenbrock` of more than two dimensions is another
/// function, a chain.
public struct ExtendedRosenbrock: LeastSquaresFunction {
  /// The number of pairs.
  public let pairs: Int

  /// The function, by default of ten parameters.
  public init(pairs: Int = 5) {
    require(pairs > 0, "there is at least one pair of parameters, not \(pairs)")
    self.pairs = pairs
  }

  public var name: String { "extended_rosenbrock" }
  public var start: [Double] { Array(repeatElement(Rosenbrock().start, count: pairs).joined()) }
  public var minima: [[Double]] { [Array(repeating: 1, count: 2 * pairs)] }

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    (0..<pairs).flatMap { Rosenbrock().residuals(Array(x[2 * $0..<2 * $0 + 2])) }
  }
}
