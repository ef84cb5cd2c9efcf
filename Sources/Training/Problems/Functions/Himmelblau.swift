/// Himmelblau's function, with four minima of value 0. Himmelblau 1972.
public struct Himmelblau: TestFunction {
  /// The function.
  public init() {}

  public let name = "himmelblau"
  public let start = [0.0, 0.0]
  public let minima = [
    [3, 2], [-2.805118086952745, 3.131312518250573], [-3.779310253377747, -3.2831859912861696],
    [3.5844283403304917, -1.8481265269644036],
  ]

  public func callAsFunction<S: Scalar>(_ x: [S]) -> S {
    let first = x[0] * x[0] + x[1] - 11
    let second = x[0] + x[1] * x[1] - 7
    return first * first + second * second
  }
}
