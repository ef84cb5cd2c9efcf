/// Rosenbrock's curved valley Σ b (xᵢ₊₁ − xᵢ²)² + (a − xᵢ)².
///
/// Rosenbrock 1960 (doi:10.1093/comjnl/3.3.175); Moré, Garbow and Hillstrom 1981 (doi:10.1145/355934.355936), problem 1; with
/// a = 1 and b = 100. The minimum listed is (1, …, 1), or (a, a²) in two dimensions; from four dimensions there is another local
/// minimum near (−1, 1, …, 1).
public struct Rosenbrock: LeastSquaresFunction {
  /// The position of the minimum along the valley.
  public let a: Double
  /// The steepness of the walls.
  public let b: Double
  public let start: [Double]

  /// The function, by default from (−1.2, 1) as usual.
  public init(a: Double = 1, b: Double = 100, start: [Double] = [-1.2, 1]) {
    require(start.count >= 2, "Rosenbrock's function has at least two parameters, not \(start.count)")
    require(a == 1 || start.count == 2, "the minimum for a = \(a) in \(start.count) dimensions has no closed form")
    self.a = a
    self.b = b
    self.start = start
  }

  public var name: String { start.count == 2 ? "rosenbrock" : "rosenbrock\(start.count)" }
  public var minima: [[Double]] { start.count == 2 ? [[a, a * a]] : [Array(repeating: 1, count: start.count)] }

  public func callAsFunction<S: Scalar>(_ x: [S]) -> S {
    var sum: S = 0
    for index in 0..<x.count - 1 {
      let wall = x[index + 1] - x[index] * x[index]
      let along = S(a) - x[index]
      sum += S(b) * wall * wall + along * along
    }
    return sum
  }

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    let steepness = S(b.squareRoot())
    return (0..<x.count - 1).flatMap { index -> [S] in
      let wall: S = x[index + 1] - x[index] * x[index]
      return [steepness * wall, S(a) - x[index]]
    }
  }
}
