/// A boundary value problem by finite differences.
///
/// Moré and Cosnard 1979 (doi:10.1145/355815.355819); Moré, Garbow and Hillstrom 1981, problem 28. Its minimum is 0.
public struct DiscreteBoundaryValue: LeastSquaresFunction {
  /// The number of parameters.
  public let count: Int

  /// The function, by default of ten parameters.
  public init(count: Int = 10) {
    require(count > 0, "there is at least one parameter, not \(count)")
    self.count = count
  }

  public var name: String { "discrete_boundary_value" }
  public var start: [Double] { grid(count).map { $0 * ($0 - 1) } }
  public var minima: [[Double]] { [] }

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    let step = 1 / Double(x.count + 1)
    let scale = S(step * step / 2)
    let padded: [S] = [0] + x + [0]
    return grid(x.count).enumerated().map { index, time -> S in
      let (left, own, right) = (padded[index], padded[index + 1], padded[index + 2])
      let base = own + S(time + 1)
      let cube: S = base * base * base
      return 2 * own - left - right + scale * cube
    }
  }
}

/// The inner points of so many equal parts of 0…1.
func grid(_ count: Int) -> [Double] { (1...count).map { Double($0) / Double(count + 1) } }
