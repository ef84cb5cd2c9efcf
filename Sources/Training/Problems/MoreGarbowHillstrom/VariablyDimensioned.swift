/// A sum that is to be small in its square and its fourth power, at once with every parameter.
///
/// Moré, Garbow and Hillstrom 1981, problem 25.
public struct VariablyDimensioned: LeastSquaresFunction {
  /// The number of parameters.
  public let count: Int

  /// The function, by default of ten parameters.
  public init(count: Int = 10) {
    require(count > 0, "there is at least one parameter, not \(count)")
    self.count = count
  }

  public var name: String { "variably_dimensioned" }
  public var start: [Double] { (1...count).map { 1 - Double($0) / Double(count) } }
  public var minima: [[Double]] { [Array(repeating: 1, count: count)] }

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    let offsets = x.map { $0 - 1 }
    var sum: S = 0
    for (index, offset) in offsets.enumerated() { sum += S(index + 1) * offset }
    return offsets + [sum, sum * sum]
  }
}
