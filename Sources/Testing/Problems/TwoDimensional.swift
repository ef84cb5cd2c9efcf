/// Beale's function, flat far from its minimum at (3, ½). Beale 1958.
public struct Beale: TestFunction {
  /// The function.
  public init() {}

  public let name = "beale"
  public let start = [1.0, 1.0]
  public let minima = [[3, 0.5]]

  public func callAsFunction<S: Scalar>(_ x: [S]) -> S {
    var (sum, power): (S, S) = (0, 1)
    for constant in [1.5, 2.25, 2.625] {
      power *= x[1]
      let residual = S(constant) - x[0] * (1 - power)
      sum += residual * residual
    }
    return sum
  }
}

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
