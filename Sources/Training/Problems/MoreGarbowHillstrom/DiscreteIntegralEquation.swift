/// An integral equation by quadrature.
///
/// Moré and Cosnard 1979 (doi:10.1145/355815.355819); Moré, Garbow and Hillstrom 1981, problem 29. Its minimum is 0.
public struct DiscreteIntegralEquation: LeastSquaresFunction {
  /// The number of parameters.
  public let count: Int

  /// The function, by default of ten parameters.
  public init(count: Int = 10) {
    require(count > 0, "there is at least one parameter, not \(count)")
    self.count = count
  }

  public var name: String { "discrete_integral_equation" }
  public var start: [Double] { grid(count).map { $0 * ($0 - 1) } }
  public var minima: [[Double]] { [] }

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    let times = grid(x.count)
    let half = S(0.5 / Double(x.count + 1))
    let cubes = zip(x, times).map { own, time -> S in
      let base = own + S(time + 1)
      return base * base * base
    }
    return x.indices.map { index -> S in
      var (before, after): (S, S) = (0, 0)
      for other in x.indices {
        if other <= index {
          before += S(times[other]) * cubes[other]
        } else {
          after += S(1 - times[other]) * cubes[other]
        }
      }
      let integral: S = S(1 - times[index]) * before + S(times[index]) * after
      return x[index] + half * integral
    }
  }
}
