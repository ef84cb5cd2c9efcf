/// Powell's singular function of each four parameters.
///
/// Spedicato 1975; Moré, Garbow and Hillstrom 1981, problem 22.
public struct ExtendedPowellSingular: LeastSquaresFunction {
  /// The number of fours.
  public let groups: Int

  /// The function, by default of eight parameters.
  public init(groups: Int = 2) {
    require(groups > 0, "there is at least one group of parameters, not \(groups)")
    self.groups = groups
  }

  public var name: String { "extended_powell_singular" }
  public var start: [Double] { Array(repeatElement(PowellSingular().start, count: groups).joined()) }
  public var minima: [[Double]] { [Array(repeating: 0, count: 4 * groups)] }

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    (0..<groups).flatMap { PowellSingular().residuals(Array(x[4 * $0..<4 * $0 + 4])) }
  }
}
