/// Booth's function, a quadratic with its minimum at (1, 3).
public struct Booth: TestFunction {
  /// The function.
  public init() {}

  public let name = "booth"
  public let start = [0.0, 0.0]
  public let minima = [[1.0, 3.0]]

  public func callAsFunction<S: Scalar>(_ x: [S]) -> S {
    let first = x[0] + 2 * x[1] - 7
    let second = 2 * x[0] + x[1] - 5
    return first * first + second * second
  }
}
