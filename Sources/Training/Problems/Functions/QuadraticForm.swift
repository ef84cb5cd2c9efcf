/// A convex quadratic ½ (x − c)ᵀ A (x − c).
public struct QuadraticForm: TestFunction {
  /// A, symmetric and positive definite, row by row.
  public let matrix: [[Double]]
  /// c, the minimum.
  public let center: [Double]
  public let start: [Double]

  /// The function; traps where the sizes differ.
  public init(matrix: [[Double]], center: [Double], start: [Double]) {
    require(
      matrix.count == center.count && start.count == center.count && matrix.allSatisfy { $0.count == center.count },
      "a quadratic in \(center.count) parameters needs a matrix and a start of that size")
    self.matrix = matrix
    self.center = center
    self.start = start
  }

  public var name: String { "quadratic" }
  public var minima: [[Double]] { [center] }

  public func callAsFunction<S: Scalar>(_ x: [S]) -> S {
    let offset = zip(x, center).map { $0 - S($1) }
    var sum: S = 0
    for (row, own) in zip(matrix, offset) {
      var product: S = 0
      for (entry, other) in zip(row, offset) { product += S(entry) * other }
      sum += own * product
    }
    return sum / 2
  }
}
