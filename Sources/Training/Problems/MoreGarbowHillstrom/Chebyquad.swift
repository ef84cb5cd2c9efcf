/// Points of a quadrature with equal weights that is to be exact for Chebyshev's polynomials.
///
/// Fletcher 1965 (doi:10.1093/comjnl/8.1.33); Moré, Garbow and Hillstrom 1981, problem 35, of eight points, for which there is
/// no exact one: 3.51687…e-3.
public struct Chebyquad: LeastSquaresFunction {
  private static let count = 8

  /// The function.
  public init() {}

  public let name = "chebyquad"
  public let start = (1...Chebyquad.count).map { Double($0) / Double(Chebyquad.count + 1) }
  public let minima: [[Double]] = []
  public let minimum = 3.516873725677858e-3

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    // Polynomials shifted to 0…1: T₀ and T₁, from which each next one follows.
    let doubled = x.map { 2 * $0 - 1 }
    var previous = [S](repeating: 1, count: x.count)
    var current = doubled
    return (1...x.count).map { degree -> S in
      let mean: S = current.reduce(0, +) / S(x.count)
      let integral = degree % 2 == 0 ? -1 / Double(degree * degree - 1) : 0
      for index in x.indices {
        let next: S = 2 * doubled[index] * current[index] - previous[index]
        previous[index] = current[index]
        current[index] = next
      }
      return mean - S(integral)
    }
  }
}
