/// Sums of sines and cosines with many local minima, one of 2.79506…e-5 for ten parameters.
///
/// Spedicato 1975; Moré, Garbow and Hillstrom 1981, problem 26. Its minimum is 0.
public struct Trigonometric: LeastSquaresFunction {
  /// The number of parameters.
  public let count: Int

  /// The function, by default of ten parameters.
  public init(count: Int = 10) {
    require(count > 0, "there is at least one parameter, not \(count)")
    self.count = count
  }

  public var name: String { "trigonometric" }
  public var start: [Double] { Array(repeating: 1 / Double(count), count: count) }
  public var minima: [[Double]] { [Array(repeating: 0, count: count)] }

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    let cosines = x.map { cosine($0) }
    let rest = S(x.count) - cosines.reduce(0, +)
    return x.indices.map { index -> S in
      let own: S = S(index + 1) * (1 - cosines[index])
      return rest + own - sine(x[index])
    }
  }
}
